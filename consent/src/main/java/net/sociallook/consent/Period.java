package net.sociallook.consent;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * From {@code start} (inclusive) to {@code end} (exclusive); never empty, at most twelve calendar
 * months (UTC).
 */
public record Period(Instant start, Instant end) {
  private static final int MOST_MONTHS = 12;

  public Period {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("end: " + end + " (expected: after start " + start + ")");
    }
    Instant latest = start.atOffset(ZoneOffset.UTC).plusMonths(MOST_MONTHS).toInstant();
    if (end.isAfter(latest)) {
      throw new IllegalArgumentException(
          "end: " + end + " (expected: at most 12 months after start, " + latest + ")");
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  public boolean liesWithin(Period other) {
    return !start.isBefore(other.start) && !end.isAfter(other.end);
  }
}
