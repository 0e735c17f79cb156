package net.sociallook.adapter.jobcenter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is said in files and letters. All of it is invented. */
final class Wording {
  static final String QUESTION =
      "Wir möchten den nächsten Schritt gern gemeinsam abstimmen. Passt Ihnen ein Gespräch zu"
          + " dritt?";
  static final String ANSWER = "Gern. Wir schlagen einen Termin in der übernächsten Woche vor.";
  static final String REMINDER =
      "Bitte denken Sie an unser Gespräch und bringen Sie Ihren Lebenslauf mit.";

  static final String CONFIRMATION = "Danke, ich bringe ihn mit.";

  static final List<String> GOALS =
      List.of(
          "Bis zum Herbst wird eine Ausbildung im Handwerk begonnen.",
          "Der Lebenslauf ist überarbeitet und mit Foto gespeichert.",
          "Jede Woche wird eine Bewerbung abgeschickt.",
          "Ein Praktikum von zwei Wochen in einer Werkstatt wird gemacht.",
          "Die Anmeldung zum Berufsschuljahr ist abgegeben.",
          "Ein Termin bei der Berufsberatung wird wahrgenommen.",
          "Die Fahrkarte zum Betrieb ist beantragt.",
          "Der Sprachkurs wird an vier Tagen in der Woche besucht.");

  private static final List<String> PROMISES =
      List.of(
          "Das Jobcenter übernimmt die Kosten der Bewerbungen auf Nachweis.",
          "Das Jobcenter schlägt passende Ausbildungsstellen vor.",
          "Bei Schwierigkeiten melden sich beide Seiten so früh wie möglich.",
          "Der Plan wird nach sechs Monaten gemeinsam angesehen und fortgeschrieben.",
          "Fahrkosten zu Vorstellungsgesprächen werden erstattet.");

  private Wording() {}

  static List<String> of(Paper paper, CustomerFile file) {
    Random random = file.random(paper.name());
    List<String> text = new ArrayList<>();
    text.add(file.client().given() + " " + file.client().family() + ",");
    text.add("geboren am " + Writing.day(file.client().birthDate()));
    text.add("Kundennummer " + file.client().localId());
    text.add("");
    switch (paper) {
      case KOOPERATIONSPLAN, EINGLIEDERUNGSVEREINBARUNG -> {
        text.add("Gemeinsam wurden diese Ziele besprochen:");
        some(text, GOALS, 4, random);
        text.add("");
        text.add("Dafür wurde verabredet:");
        some(text, PROMISES, 3, random);
      }
      case BEWILLIGUNG -> {
        text.add("Für die Zeit von sechs Monaten werden Leistungen nach dem SGB II bewilligt.");
        text.add("Regelbedarf: " + (400 + random.nextInt(160)) + ",00 Euro im Monat");
        text.add("Unterkunft und Heizung: " + (250 + random.nextInt(200)) + ",00 Euro im Monat");
      }
      case EINLADUNG -> text.add("wir möchten mit Ihnen über Ihre Ausbildung sprechen.");
      case VERMITTLUNGSVORSCHLAG -> text.add("diese Ausbildungsstelle könnte zu Ihnen passen.");
      case LEBENSLAUF -> some(text, GOALS, 5, random);
      case KRANKMELDUNG -> text.add("Arbeitsunfähig für " + (2 + random.nextInt(9)) + " Tage.");
      case GUTACHTEN -> text.add("Der Fachdienst empfiehlt eine stufenweise Eingliederung.");
      case VERMERK -> some(text, PROMISES, 2, random);
      case ANHOERUNG -> text.add("Sie erhalten Gelegenheit, sich zu äußern.");
    }
    text.addAll(List.of("", "", file.caseworker().given() + " " + file.caseworker().family()));
    return text;
  }

  private static void some(List<String> text, List<String> pool, int count, Random random) {
    int start = random.nextInt(pool.size());
    for (int i = 0; i < count; i++) {
      text.add((i + 1) + ". " + pool.get((start + i) % pool.size()));
    }
  }
}
