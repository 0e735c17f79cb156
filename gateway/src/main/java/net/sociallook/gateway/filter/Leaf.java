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

  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final boolean[] OF_ID = characters(DIGITS + LETTERS + "-.");
  private static final boolean[] OF_TIME = characters(DIGITS + "-:.+TZ");
  private static final boolean[] OF_BASE64 = characters(DIGITS + LETTERS + "+/=");
  private static final boolean[] OF_INTEGER = characters(DIGITS + "-");

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
    int from = tape.from(value) + 1;
    int to = tape.to(value) - 1;
    return switch (this) {
      case TEXT -> true;
      case ID -> to - from <= FhirIds.MOST && consists(tape, from, to, OF_ID);
      case TIME -> to - from <= MOST_TIME && consists(tape, from, to, OF_TIME);
      case BASE64 -> consists(tape, from, to, OF_BASE64);
      case BOOLEAN, INTEGER, DECIMAL -> false;
    };
  }

  private static boolean isInteger(Tape tape, int value) {
    int from = tape.from(value);
    int to = tape.to(value);
    return to - from <= MOST_INTEGER && consists(tape, from, to, OF_INTEGER);
  }

  /** Not empty, and of these alone: so without escapes, too. */
  private static boolean consists(Tape tape, int from, int to, boolean[] characters) {
    byte[] bytes = tape.bytes();
    for (int i = from; i < to; i++) {
      if (!characters[bytes[i] & 0xff]) {
        return false;
      }
    }
    return from < to;
  }

  private static boolean[] characters(String all) {
    boolean[] characters = new boolean[256];
    all.chars().forEach(c -> characters[c] = true);
    return characters;
  }
}
