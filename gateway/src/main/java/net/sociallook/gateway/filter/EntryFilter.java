package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;

/** Judges one entry of a searchset and writes it if it may be released. */
final class EntryFilter {
  private static final byte[] RESOURCE_FOLLOWS = ascii("\",\"resource\":");
  private static final byte[] END = ascii(",\"search\":{\"mode\":\"match\"}}");

  private final Judge judge;
  private final ResourceWriter writer;
  private final Output out;
  private final byte[] begin;

  EntryFilter(Judge judge, ResourceWriter writer, Output out, String base) {
    this.judge = judge;
    this.writer = writer;
    this.out = out;
    begin = ascii("{\"fullUrl\":\"" + base + '/');
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Writes the entry, or nothing.
   *
   * @return {@link Verdict.Release} if it was written
   */
  Verdict filter(Tape tape, byte[] before) {
    int resource = tape.member(0, Name.RESOURCE);
    if (resource < 0 || !isMatch(tape) || tape.member(0, Name.MODIFIER_EXTENSION) >= 0) {
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
    out.write(begin);
    out.write(candidate.listed().type().code());
    out.write('/');
    out.write(candidate.id());
    out.write(RESOURCE_FOLLOWS);
    if (!writer.write(tape, resource, release)) {
      out.truncate(mark);
      return Verdict.Withhold.UNJUDGED;
    }
    out.write(END);
    return release;
  }

  /** An entry that does not say how it was found was found by the search. */
  private static boolean isMatch(Tape tape) {
    int search = tape.member(0, Name.SEARCH);
    if (search < 0) {
      return true;
    }
    int mode = tape.member(search, Name.MODE);
    boolean none = mode < 0 && tape.kind(search) == Token.OBJECT_START;
    return none || (mode >= 0 && tape.isText(mode) && tape.text(mode).equals("match"));
  }
}
