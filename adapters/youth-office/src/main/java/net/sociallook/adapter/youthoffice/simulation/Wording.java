package net.sociallook.adapter.youthoffice.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sociallook.adapter.youthoffice.simulation.CaseFile.Planned;

/** What the documents say, paragraph by paragraph. All of it is invented. */
final class Wording {
  static final List<String> GOALS =
      List.of(
          "Der Hauptschulabschluss wird bis zum Sommer nachgeholt.",
          "Ein Praktikum von vier Wochen in einem Metallbetrieb wird begonnen.",
          "Die Wohnung wird gehalten; die Miete wird jeden Monat pünktlich bezahlt.",
          "Ein fester Tagesablauf mit Aufstehen vor acht Uhr gelingt an fünf Tagen der Woche.",
          "Die Bewerbungsmappe ist vollständig; drei Bewerbungen werden abgeschickt.",
          "Der Kontakt zur Mutter wird wieder aufgenommen, zunächst mit Begleitung.",
          "Der Führerschein der Klasse B wird mit Unterstützung des Trägers begonnen.",
          "Schulden werden mit der Beratungsstelle aufgelistet und ein Plan vereinbart.");
  private static final List<String> AGREEMENTS =
      List.of(
          "Die Begleitung findet zweimal in der Woche statt, dienstags und freitags.",
          "Das Jobcenter wird nur mit Zustimmung einbezogen.",
          "Der Träger meldet sich, wenn ein Termin nicht gehalten werden kann.",
          "Beim nächsten Gespräch wird geprüft, ob die Hilfe in diesem Umfang nötig bleibt.",
          "Kosten für Fahrkarten werden auf Nachweis erstattet.",
          "Alle Beteiligten haben eine Ausfertigung erhalten.");
  private static final List<String> SUBJECTS =
      List.of("Deutsch", "Mathematik", "Englisch", "Biologie", "Technik", "Sport", "Kunst");
  private static final List<String> GRADES =
      List.of("gut", "befriedigend", "befriedigend", "ausreichend", "ausreichend", "sehr gut");

  private Wording() {}

  static List<String> of(CaseFile file, Planned planned) {
    Random random = file.random();
    String who =
        file.person().name() + ", geboren am " + Letter.DATE.format(file.person().birthDate());
    List<String> text = new ArrayList<>(List.of(who, ""));
    switch (planned.template()) {
      case HILFEPLAN, FORTSCHREIBUNG -> plan(text, random);
      case BESCHEID -> notice(text, random);
      case EINLADUNG -> invitation(text, planned, random);
      case LEBENSLAUF -> curriculum(text, file, random);
      case ZEUGNIS, GENOGRAMM -> report(text, random);
      case STELLUNGNAHME, SUCHTBERATUNG, SCHUTZPLAN, VERLAUF -> statement(text, random);
    }
    text.addAll(
        List.of("", "", file.responsible().name(), "Jugendamt, Allgemeiner Sozialer Dienst"));
    return text;
  }

  private static void plan(List<String> text, Random random) {
    text.add("Im Gespräch wurden gemeinsam die folgenden Ziele vereinbart:");
    some(text, GOALS, 3 + random.nextInt(3), random);
    text.addAll(List.of("", "Dafür wurde abgesprochen:"));
    some(text, AGREEMENTS, 3, random);
    text.add("");
    text.add(
        "Die Hilfe wird in Form der Erziehungsbeistandschaft nach § 30 SGB VIII in Verbindung mit"
            + " § 41 SGB VIII geleistet. Die nächste Überprüfung findet in sechs Monaten statt.");
  }

  private static void notice(List<String> text, Random random) {
    int hours = 4 + random.nextInt(9);
    text.add(
        "auf Ihren Antrag bewilligen wir Ihnen Hilfe für junge Volljährige nach § 41 SGB VIII im"
            + " Umfang von "
            + hours
            + " Fachleistungsstunden in der Woche, zunächst für zwölf Monate.");
    text.add("");
    text.add(
        "Begründung: Die Hilfe ist nach dem Ergebnis des Hilfeplangesprächs geeignet und nötig.");
    some(text, GOALS, 2, random);
    text.add("");
    text.add(
        "Rechtsbehelfsbelehrung: Gegen diesen Bescheid kann innerhalb eines Monats nach"
            + " Bekanntgabe Widerspruch erhoben werden.");
  }

  private static void invitation(List<String> text, Planned planned, Random random) {
    text.add(
        "wir laden Sie herzlich zum nächsten Hilfeplangespräch ein, und zwar am "
            + Letter.DATE.format(planned.date().plusDays(14))
            + " um "
            + (9 + random.nextInt(6))
            + ":30 Uhr im Zimmer "
            + (100 + random.nextInt(60))
            + ".");
    text.add(
        "Wenn Sie jemanden mitbringen möchten, dem Sie vertrauen, sagen Sie uns bitte Bescheid.");
    text.add("Wir möchten mit Ihnen über diese Punkte sprechen:");
    some(text, GOALS, 2, random);
  }

  private static void curriculum(List<String> text, CaseFile file, Random random) {
    int year = file.person().birthDate().getYear();
    text.add((year + 6) + " bis " + (year + 10) + ": Grundschule");
    text.add((year + 10) + " bis " + (year + 16) + ": Gemeinschaftsschule");
    text.add((year + 17) + ": Berufsvorbereitung, Bereich Holz und Metall");
    text.add((year + 18) + ": Praktikum im Lager, " + (2 + random.nextInt(5)) + " Wochen");
    text.addAll(
        List.of("", "Das kann ich gut: pünktlich sein, im Team arbeiten, Fahrräder reparieren."));
    text.add("Das möchte ich lernen: Schweißen, Gabelstapler fahren.");
  }

  private static void report(List<String> text, Random random) {
    text.addAll(List.of("Abgangszeugnis der Gemeinschaftsschule", ""));
    for (String subject : SUBJECTS) {
      text.add(subject + ": " + GRADES.get(random.nextInt(GRADES.size())));
    }
  }

  private static void statement(List<String> text, Random random) {
    text.add("Aus fachlicher Sicht ist zum Verlauf der Hilfe Folgendes festzuhalten:");
    some(text, GOALS, 2, random);
    some(text, AGREEMENTS, 2, random);
    text.add("Diese Stellungnahme ist vertraulich und nur für die genannte Stelle bestimmt.");
  }

  static void some(List<String> text, List<String> pool, int count, Random random) {
    int start = random.nextInt(pool.size());
    for (int i = 0; i < count; i++) {
      text.add((i + 1) + ". " + pool.get((start + i) % pool.size()));
    }
  }
}
