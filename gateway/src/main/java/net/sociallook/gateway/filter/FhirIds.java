package net.sociallook.gateway.filter;

/**
 * The form of a logical id.
 *
 * @see <a href="https://hl7.org/fhir/R4/datatypes.html#id">FHIR R4, id</a>
 */
final class FhirIds {
  static final int MOST = 64;

  private FhirIds() {}

  static boolean isId(String text) {
    if (text.isEmpty() || text.length() > MOST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isIdCharacter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isId(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isIdCharacter(bytes[i])) {
        return false;
      }
    }
    return from < to && to - from <= MOST;
  }

  static boolean isIdCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.';
  }
}
