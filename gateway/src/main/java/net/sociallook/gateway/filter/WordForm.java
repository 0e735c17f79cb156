package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The forms of FHIR's codes, addresses and other texts, and of base64.
 *
 * @see <a href="https://hl7.org/fhir/R4/datatypes.html#primitive">FHIR R4, primitive types</a>
 */
final class WordForm {
  private static final byte[] URN = "urn:".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern NAMED =
      Pattern.compile(
          "urn:oid:[0-2](\\.(0|[1-9][0-9]*))+"
              + "|urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
              + "|urn:(?!oid:|uuid:).*");

  private WordForm() {}

  /** No spaces but single ones inside. */
  static boolean isCode(byte[] bytes, int from, int to) {
    boolean space = true;
    for (int i = from; i < to; i++) {
      boolean one = bytes[i] == ' ';
      if ((one && space) || (bytes[i] >= 0 && bytes[i] < ' ')) {
        return false;
      }
      space = one;
    }
    return !space;
  }

  /** No spaces; of {@code urn:oid:} and {@code urn:uuid:}, those that name something. */
  static boolean isUri(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] >= 0 && bytes[i] <= ' ') {
        return false;
      }
    }
    return !startsWithUrn(bytes, from, to)
        || NAMED.matcher(new String(bytes, from, to - from, StandardCharsets.UTF_8)).matches();
  }

  /** Whether it begins with a scheme. */
  static boolean isAbsolute(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] >= 0 && isOfScheme(bytes[i])) {
      i++;
    }
    return i > from && i < to && bytes[i] == ':' && Character.isLetter(bytes[from]);
  }

  private static boolean isOfScheme(byte one) {
    return Character.isLetterOrDigit(one) || one == '+' || one == '-' || one == '.';
  }

  private static boolean startsWithUrn(byte[] bytes, int from, int to) {
    return to - from >= URN.length
        && bytes[from] == URN[0]
        && bytes[from + 1] == URN[1]
        && bytes[from + 2] == URN[2]
        && bytes[from + 3] == URN[3];
  }

  /** No control characters but tab and line ends. */
  static boolean isText(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte one = bytes[i];
      if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Whole groups of four, filled up by at most two equals signs. */
  static boolean isBase64(byte[] bytes, int from, int to) {
    int last = to;
    while (last > from && last > to - 2 && bytes[last - 1] == '=') {
      last--;
    }
    for (int i = from; i < last; i++) {
      if (bytes[i] < 0
          || (!Character.isLetterOrDigit(bytes[i]) && bytes[i] != '+' && bytes[i] != '/')) {
        return false;
      }
    }
    return (to - from) % 4 == 0 && last > from;
  }
}
