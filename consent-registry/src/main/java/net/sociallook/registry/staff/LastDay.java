package net.sociallook.registry.staff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A last day as somebody has written it. */
public record LastDay(String written) {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** The instant after the day; empty where it is no day, is over, or is too far away. */
  public Optional<Instant> end(Instant now) {
    try {
      Instant end = LocalDate.parse(written).plusDays(1).atStartOfDay(BERLIN).toInstant();
      Instant latest = now.atOffset(ZoneOffset.UTC).plusMonths(12).toInstant();
      return end.isAfter(now) && !end.isAfter(latest) ? Optional.of(end) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
