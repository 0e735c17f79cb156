package net.sociallook.gateway.filter;

/** Judges one entry of a searchset and writes it if it may be released. */
final class EntryFilter {
  private static final Name RESOURCE = new Name("resource");
  private static final Name SEARCH = new Name("search");
  private static final Name MODE = new Name("mode");
  private static final Name MODIFIER_EXTENSION = new Name("modifierExtension");

  private final Judge judge;
  private final ResourceWriter writer;
  private final Output out;
  private final String base;

  EntryFilter(Judge judge, ResourceWriter writer, Output out, String base) {
    this.judge = judge;
    this.writer = writer;
    this.out = out;
    this.base = base;
  }

  /**
   * Writes the entry, or nothing.
   *
   * @return {@link Verdict.Release} if it was written
   */
  Verdict filter(Tape tape, byte[] before) {
    int resource = tape.member(0, RESOURCE);
    if (resource < 0 || !isMatch(tape) || tape.member(0, MODIFIER_EXTENSION) >= 0) {
      return Verdict.Withhold.UNJUDGED;
    }
    return switch (judge.judge(tape, resource)) {
      case Verdict.Withhold withhold -> withhold;
      case Verdict.Release release -> write(tape, resource, release, before);
    };
  }

  private Verdict write(Tape tape, int resource, Verdict.Release release, byte[] before) {
    int mark = out.size();
    Candidate candidate = release.candidate();
    out.write(before);
    out.write("{\"fullUrl\":\"" + base + '/' + candidate.listed().type().code());
    out.write('/' + candidate.id() + "\",\"resource\":");
    if (!writer.write(tape, resource, release)) {
      out.truncate(mark);
      return Verdict.Withhold.UNJUDGED;
    }
    out.write(",\"search\":{\"mode\":\"match\"}}");
    return release;
  }

  /** An entry that does not say how it was found was found by the search. */
  private static boolean isMatch(Tape tape) {
    int search = tape.member(0, SEARCH);
    if (search < 0) {
      return true;
    }
    int mode = tape.member(search, MODE);
    boolean none = mode < 0 && tape.kind(search) == Token.OBJECT_START;
    return none || (mode >= 0 && tape.isText(mode) && tape.text(mode).equals("match"));
  }
}
