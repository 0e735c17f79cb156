package net.sociallook.gateway.filter;

/**
 * How long a number is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-6">RFC 8259 §6</a>
 */
final class NumberForm {
  /** The number may go on after the bytes at hand. */
  static final int OPEN = -1;

  private static final int MOST = 1024;

  private NumberForm() {}

  static int length(byte[] bytes, int from, int limit) {
    int i = from;
    if (bytes[i] == '-') {
      i++;
    }
    i = i < limit && bytes[i] == '0' ? i + 1 : digits(bytes, i, limit);
    if (i < limit && bytes[i] == '.') {
      i = digits(bytes, i + 1, limit);
    }
    if (i < limit && (bytes[i] == 'e' || bytes[i] == 'E')) {
      i++;
      if (i < limit && (bytes[i] == '+' || bytes[i] == '-')) {
        i++;
      }
      i = digits(bytes, i, limit);
    }
    if (i - from > MOST) {
      throw new DefectiveAnswer(Defect.TOO_LARGE);
    }
    return i == limit ? OPEN : i - from;
  }

  private static int digits(byte[] bytes, int from, int limit) {
    int i = from;
    while (i < limit && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    if (i == from && i < limit) {
      throw new DefectiveAnswer(Defect.MALFORMED);
    }
    return i;
  }
}
