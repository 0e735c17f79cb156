package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;

/** Writes one resource that may be released, as far as the allow-list lets it. */
final class ResourceWriter {
  private static final byte[] BEGIN_TYPE = ascii("{\"resourceType\":\"");
  private static final byte[] BEGIN_ID = ascii("\",\"id\":\"");
  private static final byte[] BEGIN_META = ascii("\",\"meta\":{");
  private static final byte[] SECURITY = ascii("\"security\":");

  private final ClientReference client;
  private final AllowList allowList;
  private final Output out;

  ResourceWriter(ClientReference client, AllowList allowList, Output out) {
    this.client = client;
    this.allowList = allowList;
    this.out = out;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * @return whether it was written; if not, what was begun is to be taken back
   */
  boolean write(Tape tape, int resource, Verdict.Release release) {
    Candidate candidate = release.candidate();
    SpecialCopier special = new SpecialCopier(tape, out, client, candidate.id());
    ElementCopier copier = new ElementCopier(tape, out, special);
    out.write(BEGIN_TYPE);
    out.write(candidate.listed().type().code());
    out.write(BEGIN_ID);
    out.write(candidate.id());
    out.write(BEGIN_META);
    int meta = tape.member(resource, Name.META);
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
    out.write(SECURITY);
    Labelling.write(Labelling.released(candidate.metaLabels(), release.basis()), out);
    out.write('}');
    Copied copied = copier.members(candidate.listed().fields(), resource, false);
    out.write('}');
    out.settle();
    return copied == Copied.WRITTEN;
  }
}
