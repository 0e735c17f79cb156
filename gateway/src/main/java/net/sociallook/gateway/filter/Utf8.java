package net.sociallook.gateway.filter;

/**
 * The well-formed byte sequences beyond ASCII.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629#section-4">RFC 3629 §4</a>
 */
final class Utf8 {
  private Utf8() {}

  /** Length of the sequence at {@code i}; {@link TextForm#OPEN} if it may go on after the limit. */
  static int length(byte[] bytes, int i, int limit) {
    int lead = bytes[i] & 0xff;
    int length = lengthOf(lead);
    for (int k = 1; k < length; k++) {
      if (i + k == limit) {
        return TextForm.OPEN;
      }
      int next = bytes[i + k] & 0xff;
      int lowest = k == 1 ? lowestSecond(lead) : 0x80;
      int highest = k == 1 ? highestSecond(lead) : 0xbf;
      if (next < lowest || next > highest) {
        throw new DefectiveAnswer(Defect.INVALID_TEXT);
      }
    }
    return length;
  }

  private static int lengthOf(int lead) {
    if (lead >= 0xc2 && lead <= 0xdf) {
      return 2;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      return 3;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      return 4;
    }
    throw new DefectiveAnswer(Defect.INVALID_TEXT);
  }

  /** Rules out overlong forms. */
  private static int lowestSecond(int lead) {
    return switch (lead) {
      case 0xe0 -> 0xa0;
      case 0xf0 -> 0x90;
      default -> 0x80;
    };
  }

  /** Rules out surrogates, and what lies beyond U+10FFFF. */
  private static int highestSecond(int lead) {
    return switch (lead) {
      case 0xed -> 0x9f;
      case 0xf4 -> 0x8f;
      default -> 0xbf;
    };
  }
}
