package net.sociallook.pilot.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Dates on the command line: a permission until a date includes that day. */
final class UntilDate {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private UntilDate() {}

  static Instant endOf(String date) {
    return parse(date).plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  static LocalDate parse(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new CommandFailed("--until: " + date + " (expected: a date such as 2027-03-31)");
    }
  }
}
