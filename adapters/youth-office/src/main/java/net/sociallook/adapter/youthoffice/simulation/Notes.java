package net.sociallook.adapter.youthoffice.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.sociallook.adapter.youthoffice.simulation.CaseFile.Planned;

/** Notes on the course of a case, as plain text. */
final class Notes {
  private static final int LEAST_CHARACTERS = 10_500;
  private static final List<String> OCCASIONS =
      List.of(
          "Hausbesuch",
          "Telefonat",
          "Gespräch im Amt",
          "Begleitung zum Jobcenter",
          "Rückruf Träger");
  private static final List<String> SENTENCES =
      List.of(
          "Kam pünktlich und war gut vorbereitet.",
          "Berichtet, dass die Woche anstrengend war; der Wecker hilft.",
          "Die Unterlagen für den Antrag sind jetzt vollständig und wurden abgegeben.",
          "Der Vermieter hat einem Ratenplan zugestimmt.",
          "Im Betrieb läuft es nach eigener Aussage besser als erwartet.",
          "Wünscht sich beim nächsten Termin mehr Zeit für das Thema Wohnung.",
          "Hat von sich aus angerufen und einen neuen Termin vorgeschlagen.",
          "Es wurde vereinbart, dass der Träger bis Freitag zurückruft.");

  private Notes() {}

  static String write(CaseFile file, Planned planned) {
    Random random = file.random();
    StringBuilder text = new StringBuilder();
    text.append("Verlaufsnotizen zu ").append(file.person().name());
    text.append(", Aktenzeichen ").append(file.reference()).append("\n\n");
    int length = LEAST_CHARACTERS + random.nextInt(30_000);
    LocalDate date = planned.date();
    while (text.length() < length) {
      text.append(Letter.DATE.format(date)).append(", ");
      text.append(OCCASIONS.get(random.nextInt(OCCASIONS.size()))).append(" (");
      text.append(file.responsible().initials()).append("): ");
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        text.append(SENTENCES.get(random.nextInt(SENTENCES.size()))).append(' ');
      }
      text.append("\n\n");
      date = date.minusDays(1 + random.nextInt(6));
    }
    return text.toString();
  }
}
