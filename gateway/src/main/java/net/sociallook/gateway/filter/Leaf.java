package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;

/**
 * The primitive types: copied byte by byte, if they look like one.
 *
 * @see <a href="https://hl7.org/fhir/R4/datatypes.html#primitive">FHIR R4, primitive types</a>
 */
enum Leaf implements Shape {
  /** string, markdown. */
  TEXT,
  CODE,
  URI,
  ID,
  DATE,
  DATE_TIME,
  INSTANT,
  BASE64,
  BOOLEAN,
  INTEGER,
  UNSIGNED,
  POSITIVE,
  DECIMAL;

  private static final int MOST_INTEGER = 11;

  boolean accepts(Tape tape, int value) {
    return switch (tape.kind(value)) {
      case STRING -> acceptsText(tape, value);
      case NUMBER -> this == DECIMAL || acceptsInteger(tape, value);
      case TRUE, FALSE -> this == BOOLEAN;
      case OBJECT_START, ARRAY_START, NULL -> false;
      case NAME, OBJECT_END, ARRAY_END, NEED_MORE -> false;
    };
  }

  private boolean acceptsText(Tape tape, int value) {
    if (tape.isEscaped(value)) {
      byte[] decoded = tape.text(value).getBytes(StandardCharsets.UTF_8);
      return switch (this) {
        case TEXT -> WordForm.isText(decoded, 0, decoded.length);
        case CODE, URI -> accepts(decoded, 0, decoded.length);
        case ID, DATE, DATE_TIME, INSTANT, BASE64 -> false;
        case BOOLEAN, INTEGER, UNSIGNED, POSITIVE, DECIMAL -> false;
      };
    }
    return accepts(tape.bytes(), tape.from(value) + 1, tape.to(value) - 1);
  }

  private boolean accepts(byte[] bytes, int from, int to) {
    return switch (this) {
      case TEXT -> from < to;
      case CODE -> WordForm.isCode(bytes, from, to);
      case URI -> from < to && WordForm.isUri(bytes, from, to);
      case ID -> FhirIds.isId(bytes, from, to);
      case DATE -> TimeForm.isDate(bytes, from, to);
      case DATE_TIME -> TimeForm.isDateTime(bytes, from, to);
      case INSTANT -> TimeForm.isInstant(bytes, from, to);
      case BASE64 -> WordForm.isBase64(bytes, from, to);
      case BOOLEAN, INTEGER, UNSIGNED, POSITIVE, DECIMAL -> false;
    };
  }

  private boolean acceptsInteger(Tape tape, int value) {
    if (tape.to(value) - tape.from(value) > MOST_INTEGER) {
      return false;
    }
    String text = tape.raw(value);
    if (text.equals("-0") || !text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
      return false;
    }
    long number = Long.parseLong(text);
    boolean inRange = number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
    return inRange
        && switch (this) {
          case INTEGER -> true;
          case UNSIGNED -> number >= 0;
          case POSITIVE -> number > 0;
          case TEXT, CODE, URI, ID, DATE, DATE_TIME, INSTANT, BASE64, BOOLEAN, DECIMAL -> false;
        };
  }
}
