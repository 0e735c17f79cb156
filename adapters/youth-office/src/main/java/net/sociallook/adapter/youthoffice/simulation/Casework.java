package net.sociallook.adapter.youthoffice.simulation;

import java.sql.Date;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What happens in a case besides its documents: calendars, appointments, plans, messages. */
final class Casework {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final int DAYS_OF_CALENDAR = 28;
  private static final List<Integer> HOURS = List.of(9, 10, 14, 15);

  private final Rows rows;
  private final Stock stock;
  private final Goals goals;
  private final Mail mail;
  private long appointments = 100;
  private long spans = 1000;

  Casework(Rows rows, Stock stock) {
    this.rows = rows;
    this.stock = stock;
    this.goals = new Goals(rows);
    this.mail = new Mail(rows, stock.neighbour());
  }

  /** A calendar for each caseworker: four weeks from today, two of three spans free. */
  void calendars() throws SQLException {
    LocalDate today = stock.today();
    long calendar = 0;
    for (Caseworker worker : stock.caseworkers()) {
      calendar++;
      rows.insert(
          "60 kalender values (?, ?, ?, ?, ?, 'J', ?)",
          calendar,
          worker.initials(),
          "Sprechzeiten Bezirkssozialdienst",
          Date.valueOf(today),
          Date.valueOf(today.plusDays(DAYS_OF_CALENDAR - 1)),
          at(today.minusDays(7), 8));
      for (int day = 0; day < DAYS_OF_CALENDAR; day++) {
        LocalDate date = today.plusDays(day);
        if (isWorkday(date)) {
          spans(calendar, date);
        }
      }
    }
  }

  void add(CaseFile file, Random random) throws SQLException {
    Person person = file.person();
    rows.insert(
        "61 kontakt values (?, ?, ?, ?, ?, ?, ?)",
        person.number(),
        file.number() % 7 == 0 ? null : "0151 555" + (10_000 + file.number() * 37),
        "person" + file.number() + "@example.org",
        "Grimmelallee " + (1 + random.nextInt(90)),
        "99734",
        "Nordhausen",
        at(file.openedOn(), 11));
    LocalDate today = stock.today();
    appointment(file, new Meeting(today.minusDays(70), "E", null, null));
    appointment(file, new Meeting(today.minusDays(49), "N", null, "Hat sich nicht gemeldet."));
    appointment(
        file, new Meeting(today.minusDays(28), "S", "Krank", "Krankmeldung liegt noch nicht vor."));
    appointment(file, new Meeting(today.minusDays(14), "E", null, "War pünktlich."));
    appointment(file, new Meeting(today.plusDays(5 + random.nextInt(5)), "V", null, null));
    appointment(file, new Meeting(today.plusDays(21 + random.nextInt(20)), "A", null, null));
    goals.add(file, random);
    mail.add(file, today);
  }

  private void spans(long calendar, LocalDate date) throws SQLException {
    for (int hour : HOURS) {
      spans++;
      rows.insert(
          "70 kalender_zeit values (?, ?, ?, ?, ?, ?)",
          spans,
          calendar,
          at(date, hour),
          at(date, hour).plusMinutes(45),
          spans % 3 == 0 ? "B" : "F",
          at(stock.today().minusDays(7), 8));
    }
  }

  private void appointment(CaseFile file, Meeting meeting) throws SQLException {
    long id = ++appointments;
    OffsetDateTime start = at(meeting.date(), 9 + (int) (id % 6));
    boolean sensitive = file.number() % 4 == 3 && meeting.status().equals("V");
    boolean past = meeting.date().isBefore(stock.today());
    rows.insert(
        "80 termin values (?, ?, null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'N')",
        id,
        file.number(),
        meeting.status(),
        start,
        start.plusMinutes(45),
        sensitive ? "Gespräch mit der Suchtberatung" : subject(id),
        file.responsible().initials(),
        "Jugendamt, Zimmer " + (100 + id % 60),
        meeting.reason(),
        meeting.remark(),
        past ? null : "Bitte bringen Sie Ihre Bewerbungsmappe mit.",
        sensitive ? 2 : 1,
        sensitive ? "SU" : null,
        past ? start.plusHours(2) : at(stock.today().minusDays(3), 10));
  }

  private static String subject(long id) {
    return id % 3 == 0 ? "Hilfeplangespräch" : "Beratung zum Übergang in Ausbildung";
  }

  private static boolean isWorkday(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  static OffsetDateTime at(LocalDate date, int hour) {
    return date.atTime(hour, 0).atZone(ZONE).toOffsetDateTime();
  }

  /**
   * @param status {@code status_kz}
   */
  private record Meeting(
      LocalDate date, String status, @Nullable String reason, @Nullable String remark) {}
}
