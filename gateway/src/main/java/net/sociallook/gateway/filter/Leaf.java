package net.sociallook.gateway.filter;

/**
 * The primitive types: copied byte by byte, if they look like one.
 *
 * @see <a href="https://hl7.org/fhir/R4/datatypes.html#primitive">FHIR R4, primitive types</a>
 */
enum Leaf implements Shape {
  /** string, code, uri, markdown. */
  TEXT,
  /** id. */
  ID,
  /** date, dateTime, instant. */
  TIME,
  /** base64Binary. */
  BASE64,
  BOOLEAN,
  /** integer, unsignedInt, positiveInt. */
  INTEGER,
  DECIMAL;

  private static final int MOST_TIME = 35;
  private static final int MOST_INTEGER = 11;

  boolean accepts(Tape tape, int value) {
    return switch (tape.kind(value)) {
      case STRING -> acceptsText(tape, value);
      case NUMBER -> this == DECIMAL || (this == INTEGER && isInteger(tape, value));
      case TRUE, FALSE -> this == BOOLEAN;
      case OBJECT_START, ARRAY_START, NULL -> false;
      case NAME, OBJECT_END, ARRAY_END, NEED_MORE -> false;
    };
  }

  private boolean acceptsText(Tape tape, int value) {
    int length = tape.to(value) - tape.from(value) - 2;
    return switch (this) {
      case TEXT -> true;
      case ID -> length <= FhirIds.MOST && allCharacters(tape, value);
      case TIME -> length <= MOST_TIME && allCharacters(tape, value);
      case BASE64 -> allCharacters(tape, value);
      case BOOLEAN, INTEGER, DECIMAL -> false;
    };
  }

  /** An escape is no such character, so what has one is not accepted. */
  private boolean allCharacters(Tape tape, int value) {
    byte[] bytes = tape.bytes();
    int to = tape.to(value) - 1;
    for (int i = tape.from(value) + 1; i < to; i++) {
      if (!isCharacter(bytes[i])) {
        return false;
      }
    }
    return to > tape.from(value) + 1;
  }

  private boolean isCharacter(int c) {
    boolean digit = c >= '0' && c <= '9';
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return switch (this) {
      case ID -> FhirIds.isIdCharacter(c);
      case TIME -> digit || c == '-' || c == ':' || c == '.' || c == '+' || c == 'T' || c == 'Z';
      case BASE64 -> digit || letter || c == '+' || c == '/' || c == '=';
      case TEXT, BOOLEAN, INTEGER, DECIMAL -> false;
    };
  }

  private static boolean isInteger(Tape tape, int value) {
    byte[] bytes = tape.bytes();
    for (int i = tape.from(value); i < tape.to(value); i++) {
      if (bytes[i] != '-' && (bytes[i] < '0' || bytes[i] > '9')) {
        return false;
      }
    }
    return tape.to(value) - tape.from(value) <= MOST_INTEGER;
  }
}
