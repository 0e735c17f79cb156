package net.sociallook.adapter.jobcenter.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** The calendars of the caseworkers: six weeks from today, two of three spans free. */
final class Calendars {
  private static final int DAYS = 42;
  private static final List<Integer> HOURS = List.of(8, 10, 13, 15);

  private final Stock stock;
  private final LocalDate today;

  Calendars(Stock stock, LocalDate today) {
    this.stock = stock;
    this.today = today;
  }

  void fill(List<People.Caseworker> caseworkers) {
    for (People.Caseworker caseworker : caseworkers) {
      long calendar =
          stock.add(
              "kalender",
              Fields.of(
                  "bezeichnung",
                  "Beratung Markt und Integration",
                  "aktiv",
                  "J",
                  "von",
                  Writing.day(today),
                  "bis",
                  Writing.day(today.plusDays(DAYS - 1)),
                  "bearbeiter",
                  CustomerFile.staff(caseworker),
                  "geaendert",
                  Writing.millis(today.minusDays(6), 7),
                  "loeschkz",
                  "0"));
      for (int day = 0; day < DAYS; day++) {
        LocalDate date = today.plusDays(day);
        if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
          spans(calendar, date);
        }
      }
    }
  }

  private void spans(long calendar, LocalDate date) {
    for (int hour : HOURS) {
      stock.add(
          "zeitfenster",
          Fields.of(
              "kalender",
              String.valueOf(calendar),
              "beginn",
              Writing.time(date, hour),
              "dauer",
              "30",
              "belegung",
              (date.getDayOfMonth() + hour) % 3 == 0 ? "1" : "0",
              "geaendert",
              Writing.millis(today.minusDays(6), 7),
              "loeschkz",
              "0"));
    }
  }
}
