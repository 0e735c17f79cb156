package net.sociallook.adapter.youthoffice.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One person's case file, with the documents that are invented for it.
 *
 * @param number {@code akt_id}
 */
record CaseFile(long number, Person person, List<Caseworker> caseworkers, Random random) {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  String reference() {
    return "51.3-%04d/%d".formatted(number, openedOn().getYear());
  }

  LocalDate openedOn() {
    return TODAY.minusDays(420 + number * 37 % 900);
  }

  Caseworker responsible() {
    return caseworkers.get((int) (number % caseworkers.size()));
  }

  /** In the order in which they were written; the first is one that everybody with a grant sees. */
  List<Planned> documents() {
    List<Planned> planned = new ArrayList<>();
    LocalDate date = openedOn().plusDays(20 + random.nextInt(20));
    planned.add(new Planned(Template.HILFEPLAN, date, "F"));
    int count = 1 + random.nextInt(7);
    for (int i = 0; i < count; i++) {
      date = date.plusDays(10 + random.nextInt(40));
      Template template = Template.any(random);
      boolean replaced = template == Template.BESCHEID && random.nextInt(4) == 0;
      planned.add(new Planned(template, date, replaced ? "X" : "F"));
    }
    return planned;
  }

  /** What the case system holds and nobody outside may see: a draft, a deleted row. */
  List<Planned> hidden() {
    return number % 5 == 0
        ? List.of(
            new Planned(Template.STELLUNGNAHME, TODAY.minusDays(3), "E"),
            new Planned(Template.BESCHEID, TODAY.minusDays(9), "F"))
        : List.of();
  }

  /**
   * @param status {@code status_kz}
   */
  record Planned(Template template, LocalDate date, String status) {}
}
