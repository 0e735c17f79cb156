package net.sociallook.adapter.jobcenter.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Random;

/** Fills a case system: customers with their files, calendars, and what goes on between them. */
final class Casework {
  private final Setup setup;
  private final Stock stock;

  Casework(Setup setup, Stock stock) {
    this.setup = setup;
    this.stock = stock;
  }

  void fill() {
    People people = setup.people();
    new Calendars(stock, setup.today()).fill(people.caseworkers());
    Papers papers = new Papers(stock, people.institution().name());
    Plans plans = new Plans(stock);
    Mail mail = new Mail(stock);
    int number = 0;
    for (People.Client client : people.clients()) {
      number++;
      CustomerFile file =
          new CustomerFile(
              number,
              client,
              people.responsibleFor(client),
              people.neighboursOf(client),
              setup.today());
      customer(file);
      papers.fill(file);
      plans.fill(file);
      mail.fill(file);
      appointments(file);
      referrals(file);
    }
  }

  private void customer(CustomerFile file) {
    People.Client client = file.client();
    ObjectNode row = file.row(file.openedOn());
    row.put("zustaendig", file.caseworker().id());
    row.put("nachname", client.family() + "  ");
    row.put("vorname", client.given());
    row.put("geburtsdatum", Writing.day(client.birthDate()));
    row.put("telefon", file.number() % 7 == 0 ? "" : "0152 555" + (10_000 + file.number() * 41));
    row.put("email", "kunde" + file.number() + "@example.org");
    row.put("auskunftssperre", file.number() % 20 == 19 ? "J" : "N");
    row.set(
        "anschrift",
        Fields.of(
            "strasse",
            "Bahnhofstraße " + (1 + file.number() * 7 % 90),
            "plz",
            file.number() % 11 == 10 ? "" : "99734",
            "ort",
            "Nordhausen"));
    stock.addCustomer(client.localId(), row);
  }

  private void appointments(CustomerFile file) {
    LocalDate today = file.today();
    Random random = file.random("termine");
    appointment(file, today.minusDays(84), "WA", "Erstgespräch");
    appointment(file, today.minusDays(56), "NE", "Gespräch zur beruflichen Situation");
    ObjectNode cancelled =
        appointment(file, today.minusDays(35), "AB", "Gespräch zur beruflichen Situation");
    cancelled.put("absagegrund", "Krankheit");
    cancelled.put("vermerk", "Bescheinigung wird nachgereicht.");
    appointment(file, today.minusDays(14), "WA", "Fortschreibung des Kooperationsplans");
    appointment(file, today.minusDays(7), "IN", "Fallbesprechung im Team");
    ObjectNode next =
        appointment(file, today.plusDays(4 + random.nextInt(6)), "FE", "Beratung zur Ausbildung");
    next.put("mitbringen", "Bitte bringen Sie Ihren Lebenslauf mit.");
    if (file.number() % 4 == 2) {
      next.put("anlass", "Gespräch mit dem Fachdienst");
      next.put("schutz", "1");
      next.put("schutzart", "PSYCH");
    }
    appointment(file, today.plusDays(25 + random.nextInt(15)), "GE", "Gespräch zu dritt");
    if (file.number() % 5 == 0) {
      appointment(file, today.plusDays(50), "FE", "Termin ohne Uhrzeit").put("beginn", "");
      appointment(file, today.plusDays(51), "FE", "Verworfener Termin").put("loeschkz", "1");
    }
  }

  private ObjectNode appointment(CustomerFile file, LocalDate day, String state, String subject) {
    LocalDate changed = day.isBefore(file.today()) ? day : file.today().minusDays(2);
    ObjectNode row = file.row(changed);
    row.put("kz", state);
    row.put("beginn", Writing.time(day, 9 + file.number() % 6));
    row.put("dauer", "45");
    row.put("anlass", subject);
    row.put("ort", "Jobcenter, Raum " + (200 + file.number() % 40));
    row.put("zeitfenster", "");
    stock.add("termine", row);
    return row;
  }

  private void referrals(CustomerFile file) {
    if (file.neighbours().isEmpty()) {
      return;
    }
    People.Neighbour provider = file.neighbours().getLast();
    ObjectNode row = file.row(file.today().minusDays(20));
    row.put("leistung", file.number() % 2 == 0 ? "COA" : "AKT");
    row.put("stand", "ERT");
    row.put("erteilt", Writing.millis(file.today().minusDays(21), 10));
    row.set("traeger", Mail.institution(provider));
    long referral = stock.add("vermittlungsauftraege", row);
    task(file, "ARB", "Plätze bei " + provider.name() + " klären")
        .put("auftrag", String.valueOf(referral));
    task(file, "OFF", "Unterlagen für die Ausbildungsbewerbung zusammenstellen")
        .set("zustaendig", Fields.of("art", "KUNDE"));
    task(file, "INT", "Wiedervorlage");
  }

  private ObjectNode task(CustomerFile file, String state, String description) {
    ObjectNode row = file.row(file.today().minusDays(9));
    row.put("stand", state);
    row.put("beschreibung", description);
    row.put("auftrag", "");
    row.put("angelegt", Writing.millis(file.today().minusDays(10), 11));
    row.set("zustaendig", Mail.staff(file.caseworker()));
    stock.add("aufgaben", row);
    return row;
  }
}
