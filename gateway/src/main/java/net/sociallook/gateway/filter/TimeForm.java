package net.sociallook.gateway.filter;

/**
 * The forms of FHIR's dates and times, with days that exist.
 *
 * @see <a href="https://hl7.org/fhir/R4/datatypes.html#dateTime">FHIR R4, dateTime</a>
 */
final class TimeForm {
  private static final int DATE = "2026-10-02".length();
  private static final int SECONDS = "2026-10-02T09:15:00".length();
  private static final int MOST = 35;
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private TimeForm() {}

  /** A year, a month or a day. */
  static boolean isDate(byte[] bytes, int from, int to) {
    return switch (to - from) {
      case 4 -> isYear(bytes, from);
      case 7 -> isYear(bytes, from) && isMonth(bytes, from);
      case 10 -> isDay(bytes, from);
      default -> false;
    };
  }

  static boolean isDateTime(byte[] bytes, int from, int to) {
    return isDate(bytes, from, to) || isInstant(bytes, from, to);
  }

  /** A day, a time to the second at least, and a zone. */
  static boolean isInstant(byte[] bytes, int from, int to) {
    if (to - from <= SECONDS || to - from > MOST || !isDay(bytes, from)) {
      return false;
    }
    int zone = from + SECONDS;
    if (bytes[zone] == '.') {
      int first = zone + 1;
      zone = first;
      while (zone < to && isDigit(bytes[zone])) {
        zone++;
      }
      if (zone == first) {
        return false;
      }
    }
    return isTime(bytes, from + DATE) && isZone(bytes, zone, to);
  }

  private static boolean isYear(byte[] bytes, int from) {
    return number(bytes, from, 4) > 0;
  }

  private static boolean isMonth(byte[] bytes, int from) {
    int month = number(bytes, from + 5, 2);
    return bytes[from + 4] == '-' && month >= 1 && month <= 12;
  }

  private static boolean isDay(byte[] bytes, int from) {
    if (!isYear(bytes, from) || !isMonth(bytes, from) || bytes[from + 7] != '-') {
      return false;
    }
    int year = number(bytes, from, 4);
    int month = number(bytes, from + 5, 2);
    int day = number(bytes, from + 8, 2);
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day >= 1 && day <= DAYS[month - 1] && (month != 2 || day < 29 || leap);
  }

  /** {@code Thh:mm:ss}; there are leap seconds. */
  private static boolean isTime(byte[] bytes, int from) {
    return bytes[from] == 'T'
        && isUpTo(23, bytes, from + 1)
        && bytes[from + 3] == ':'
        && isUpTo(59, bytes, from + 4)
        && bytes[from + 6] == ':'
        && isUpTo(60, bytes, from + 7);
  }

  private static boolean isZone(byte[] bytes, int from, int to) {
    if (to - from == 1) {
      return bytes[from] == 'Z';
    }
    boolean form =
        to - from == 6 && (bytes[from] == '+' || bytes[from] == '-') && bytes[from + 3] == ':';
    if (!form || !isUpTo(14, bytes, from + 1) || !isUpTo(59, bytes, from + 4)) {
      return false;
    }
    return number(bytes, from + 1, 2) < 14 || number(bytes, from + 4, 2) == 0;
  }

  private static boolean isUpTo(int most, byte[] bytes, int from) {
    int number = number(bytes, from, 2);
    return number >= 0 && number <= most;
  }

  /** Below zero if these are not all digits. */
  private static int number(byte[] bytes, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      if (!isDigit(bytes[i])) {
        return -1;
      }
      number = 10 * number + bytes[i] - '0';
    }
    return number;
  }

  private static boolean isDigit(byte one) {
    return one >= '0' && one <= '9';
  }
}
