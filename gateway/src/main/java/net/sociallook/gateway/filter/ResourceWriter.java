package net.sociallook.gateway.filter;

/** Writes one resource that may be released, as far as the allow-list lets it. */
final class ResourceWriter {
  private static final Name META = new Name("meta");

  private final PseudonymTranslation client;
  private final AllowList allowList;
  private final Output out;

  ResourceWriter(PseudonymTranslation client, AllowList allowList, Output out) {
    this.client = client;
    this.allowList = allowList;
    this.out = out;
  }

  /**
   * @return whether it was written; if not, what was begun is to be taken back
   */
  boolean write(Tape tape, int resource, Verdict.Release release) {
    Candidate candidate = release.candidate();
    SpecialCopier special = new SpecialCopier(tape, out, client, candidate.id());
    ElementCopier copier = new ElementCopier(tape, out, special);
    out.write("{\"resourceType\":\"" + candidate.listed().type().code());
    out.write("\",\"id\":\"" + candidate.id() + "\",\"meta\":{");
    int meta = tape.member(resource, META);
    if (meta >= 0) {
      int mark = out.size();
      switch (copier.members(allowList.meta(), meta, true)) {
        case WRITTEN -> out.write(',');
        case LEFT_OUT -> out.truncate(mark);
        case OWNER_LEFT_OUT, REFUSED -> {
          return false;
        }
      }
    }
    out.write("\"security\":");
    Labelling.write(Labelling.released(candidate.metaLabels(), release.basis()), out);
    out.write('}');
    Copied copied = copier.members(candidate.listed().fields(), resource, false);
    out.write('}');
    return copied == Copied.WRITTEN;
  }
}
