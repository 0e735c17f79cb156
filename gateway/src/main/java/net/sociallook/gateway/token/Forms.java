package net.sociallook.gateway.token;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import net.sociallook.consent.Purpose;

/** The forms that ids and codes have on the wire; anything else is refused. */
final class Forms {
  private static final Pattern INSTITUTION = Pattern.compile("[a-z0-9-]{3,64}");
  private static final Pattern STAFF = Pattern.compile("[a-z0-9-]{2,64}");
  private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern DOCUMENT = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final Pattern SCOPE = Pattern.compile("(system/[A-Za-z]+\\.[cruds]+( |$))*");

  private Forms() {}

  static String institution(String text) {
    return matching("institution", INSTITUTION, text);
  }

  static String staff(String text) {
    return matching("caseworker or team", STAFF, text);
  }

  static String pseudonym(String text) {
    return matching("pseudonym", PSEUDONYM, text);
  }

  static String document(String text) {
    return matching("document", DOCUMENT, text);
  }

  static void scope(String text) {
    matching("scope", SCOPE, text);
  }

  static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equals(text.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("UUID: another form (expected: the canonical one)");
    }
    return uuid;
  }

  static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("instant: unreadable (expected: RFC 3339 in UTC)", e);
    }
  }

  /** Whether a grant can name this purpose; there is one. */
  static boolean isGrantable(String code) {
    return code.equals(Purpose.CARE_COORDINATION.code());
  }

  private static String matching(String name, Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(name + ": wrong (expected: " + pattern.pattern() + ")");
    }
    return text;
  }
}
