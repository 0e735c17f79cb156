package net.sociallook.adapter.provider.simulation;

import java.util.Arrays;
import java.util.List;

/** What the papers and appointments of each institution are about. All of it is invented. */
enum Wording {
  SCHOOL(
      "vocational-school",
      "Förderplan",
      List.of("Elterngespräch", "Gespräch mit der Klassenlehrerin", "Berufsberatung in der Schule"),
      new Paper("ZEUG", "Halbjahreszeugnis", "Die Leistungen sind befriedigend.", Protection.OPEN),
      new Paper("TEIL", "Schulbescheinigung", "Besucht die Berufsschule.", Protection.OPEN),
      new Paper("BEUR", "Pädagogische Einschätzung", "Arbeitet gern im Team.", Protection.CLOSE)),
  TRAINING(
      "training-company",
      "Ausbildungsplan",
      List.of("Zwischengespräch zur Ausbildung", "Unterweisung", "Gespräch mit dem Meister"),
      new Paper("AVTR", "Ausbildungsvertrag", "Ausbildung zum Metallbauer.", Protection.OPEN),
      new Paper("BEUR", "Beurteilung des Praktikums", "Pünktlich und genau.", Protection.OPEN),
      new Paper("TEIL", "Bescheinigung Schweißkurs", "Mit Erfolg besucht.", Protection.OPEN)),
  ADDICTION(
      "addiction-counselling",
      "Beratungsplan",
      List.of("Beratungsgespräch", "Gruppenangebot", "Gespräch zur Nachsorge"),
      new Paper("BERA", "Beratungsvermerk", "Stabil seit drei Monaten.", Protection.ADDICTION),
      new Paper("BERA", "Vermerk Erstgespräch", "Verlauf und Vorgeschichte.", Protection.SECRET),
      new Paper(
          "TEIL", "Teilnahmebescheinigung", "Hat an Terminen teilgenommen.", Protection.OPEN)),
  DEBT(
      "debt-counselling",
      "Schuldenplan",
      List.of("Schuldnerberatung", "Durchsicht der Unterlagen", "Gespräch zum Haushaltsplan"),
      new Paper("PLAN", "Schuldenplan", "Raten von 20 Euro im Monat.", Protection.CLOSE),
      new Paper("TEIL", "Beratungsnachweis", "Nimmt die Beratung wahr.", Protection.OPEN),
      new Paper("BERA", "Vermerk zum Haushalt", "Einnahmen und Ausgaben.", Protection.CLOSE)),
  HOUSING(
      "housing-help",
      "Hilfeplan Wohnen",
      List.of("Wohnungsbesichtigung", "Beratung zum Mietvertrag", "Hausbesuch"),
      new Paper("MIET", "Mietbescheinigung", "Die Wohnung ist angemietet.", Protection.OPEN),
      new Paper("PLAN", "Einzugsplan", "Einzug zum Monatsersten.", Protection.OPEN),
      new Paper("BERA", "Vermerk Wohnungssuche", "Drei Bewerbungen.", Protection.CLOSE)),
  WORKSHOP(
      "youth-workshop",
      "Entwicklungsplan",
      List.of("Auswertung der Werkstattwoche", "Praktikumsgespräch", "Zielgespräch"),
      new Paper("TEIL", "Werkstattnachweis", "Holz und Metall.", Protection.OPEN),
      new Paper("BEUR", "Kompetenzbilanz", "Handwerklich geschickt.", Protection.OPEN),
      new Paper("PLAN", "Wochenplan", "Montag bis Donnerstag.", Protection.OPEN)),
  COACHING(
      "job-coaching",
      "Coachingplan",
      List.of("Coaching", "Bewerbungstraining", "Besuch im Betrieb"),
      new Paper("LEBL", "Lebenslauf", "Stand von diesem Jahr.", Protection.OPEN),
      new Paper("BEUR", "Profil für Bewerbungen", "Stärken und Wünsche.", Protection.OPEN),
      new Paper("TEIL", "Teilnahmebescheinigung", "Bewerbungstraining.", Protection.OPEN)),
  /** For every other institution. */
  GENERAL(
      "",
      "Hilfeplan",
      List.of("Beratungsgespräch", "Begleitung zum Amt", "Planungsgespräch"),
      new Paper("BERA", "Beratungsvermerk", "Nächste Schritte vereinbart.", Protection.CLOSE),
      new Paper("TEIL", "Teilnahmebescheinigung", "Nimmt am Angebot teil.", Protection.OPEN),
      new Paper("PLAN", "Aktivierungsplan", "Schritte bis zum Sommer.", Protection.OPEN));

  private static final List<String> GOALS =
      List.of(
          "Tagesablauf ordnen", "Unterlagen vollständig haben", "Praktikum finden", "Abschluss");
  private static final List<String> TASKS =
      List.of("Unterlagen anfordern", "Bewerbungsmappe mitbringen", "Rückruf");

  private final String prefix;
  private final String plan;
  private final List<String> meetings;
  private final List<Paper> papers;

  Wording(String prefix, String plan, List<String> meetings, Paper... papers) {
    this.prefix = prefix;
    this.plan = plan;
    this.meetings = meetings;
    this.papers = List.of(papers);
  }

  static Wording of(People.Institution institution) {
    return Arrays.stream(values())
        .filter(wording -> institution.id().startsWith(wording.prefix))
        .findFirst()
        .orElse(GENERAL);
  }

  Paper paper(int n) {
    return papers.get(n % papers.size());
  }

  String meeting(int n) {
    return meetings.get(n % meetings.size());
  }

  String goal(int n) {
    return GOALS.get(n % GOALS.size());
  }

  String task(int n) {
    return TASKS.get(n % TASKS.size());
  }

  String plan() {
    return plan;
  }

  String service() {
    return "Begleitung: " + plan;
  }

  String question() {
    return "Können wir uns zum Thema " + plan + " abstimmen?";
  }

  String answer() {
    return "Gern, wir schlagen ein gemeinsames Gespräch vor.";
  }

  /** How a paper is protected. */
  enum Protection {
    OPEN,
    CLOSE,
    ADDICTION,
    SECRET
  }

  /**
   * A paper.
   *
   * @param code of this make's kinds of documents
   */
  record Paper(String code, String title, String text, Protection protection) {
    /** LOINC's code; empty where this make has none. */
    String loinc() {
      return code.equals("BERA") ? "11488-4" : "";
    }
  }
}
