package net.sociallook.gateway.filter;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Compares FHIR's dates and times, which may be as coarse as a year.
 *
 * @see <a href="http://hl7.org/fhirpath/N1/#comparison">FHIRPath, comparison</a>
 */
final class Moments {
  private Moments() {}

  /**
   * Whether the first is surely not after the second; of differently coarse ones, surely before.
   */
  static boolean isInOrder(String first, String second) {
    try {
      if (isTimed(first) && isTimed(second)) {
        return !OffsetDateTime.parse(first).isAfter(OffsetDateTime.parse(second));
      }
      // one of them has no zone: it must hold in the other's and in UTC
      return isBefore(first, second) && isBefore(dayInUtc(first), dayInUtc(second));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTimed(String moment) {
    return moment.indexOf('T') > 0;
  }

  private static String dayInUtc(String moment) {
    return isTimed(moment)
        ? OffsetDateTime.parse(moment).withOffsetSameInstant(ZoneOffset.UTC).toString()
        : moment;
  }

  private static boolean isBefore(String first, String second) {
    int common = Math.min(Math.min(first.length(), second.length()), "2026-10-02".length());
    int order = first.substring(0, common).compareTo(second.substring(0, common));
    return order < 0 || (order == 0 && first.length() == second.length());
  }
}
