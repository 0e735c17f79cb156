package net.sociallook.gateway.filter;

/** The holder's answer cannot be judged, so nothing more of it may leave. Never carries content. */
public final class DefectiveAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Defect defect;

  DefectiveAnswer(Defect defect) {
    super("answer: " + defect.code() + " (expected: one that can be judged)", null, false, false);
    this.defect = defect;
  }

  public Defect defect() {
    return defect;
  }
}
