package net.sociallook.gateway.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What may stand between the quotes of a text: escapes that name whole characters, and UTF-8
 * without overlong forms and surrogates.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259 §7</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629#section-4">RFC 3629 §4</a>
 */
final class TextForm {
  /** The character may go on after the bytes at hand. */
  static final int OPEN = -1;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private static final int UNIT_ESCAPE = 6;

  private TextForm() {}

  /**
   * Offset of the first byte from {@code from} on that is not a plain ASCII character of a text.
   */
  static int plain(byte[] bytes, int from, int limit) {
    int i = from;
    while (i + Long.BYTES <= limit) {
      long stops = stops((long) EIGHT_BYTES.get(bytes, i));
      if (stops != 0) {
        return i + (Long.numberOfTrailingZeros(stops) >>> 3);
      }
      i += Long.BYTES;
    }
    while (i < limit && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  /**
   * The lowest bit set lies in the first byte that is a quote, a backslash, below a space or not
   * ASCII. (A borrow can falsify higher bits only.)
   */
  private static long stops(long eight) {
    long quote = eight ^ ('"' * ONES);
    long backslash = eight ^ ('\\' * ONES);
    return (((quote - ONES) & ~quote)
            | ((backslash - ONES) & ~backslash)
            | ((eight - ' ' * ONES) & ~eight)
            | eight)
        & HIGHS;
  }

  /** Length of the character at {@code i}, which is not plain and not a quote. */
  static int length(byte[] bytes, int i, int limit) {
    if (bytes[i] == '\\') {
      return escape(bytes, i, limit);
    }
    if (bytes[i] >= 0) {
      throw new DefectiveAnswer(Defect.MALFORMED); // a control character
    }
    return Utf8.length(bytes, i, limit);
  }

  private static int escape(byte[] bytes, int i, int limit) {
    if (i + 1 == limit) {
      return OPEN;
    }
    return switch (bytes[i + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
      case 'u' -> unitEscape(bytes, i, limit);
      default -> throw new DefectiveAnswer(Defect.MALFORMED);
    };
  }

  private static int unitEscape(byte[] bytes, int i, int limit) {
    if (i + UNIT_ESCAPE > limit) {
      return OPEN;
    }
    char first = unit(bytes, i + 2);
    if (!Character.isSurrogate(first)) {
      return UNIT_ESCAPE;
    }
    int second = i + UNIT_ESCAPE;
    if (Character.isHighSurrogate(first) && second + UNIT_ESCAPE > limit) {
      return OPEN;
    }
    if (Character.isHighSurrogate(first)
        && bytes[second] == '\\'
        && bytes[second + 1] == 'u'
        && Character.isLowSurrogate(unit(bytes, second + 2))) {
      return 2 * UNIT_ESCAPE;
    }
    throw new DefectiveAnswer(Defect.INVALID_TEXT);
  }

  /** The UTF-16 unit that four hexadecimal digits name. */
  static char unit(byte[] bytes, int from) {
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
      if (digit < 0) {
        throw new DefectiveAnswer(Defect.MALFORMED);
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }
}
