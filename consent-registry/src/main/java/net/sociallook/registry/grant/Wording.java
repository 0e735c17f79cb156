package net.sociallook.registry.grant;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;

/** The sentences of {@link ConsentText} in one language. */
sealed interface Wording {

  static Wording in(Language language) {
    return switch (language) {
      case DE -> new German();
      case EN -> new English();
    };
  }

  String allow();

  /** Who is there, where the client has no device of her own. */
  String witnessed(Capturing.Names names);

  String permission(Permission permission);

  String holder();

  String onlyDocument();

  String onlyTeam();

  String onlyPerson();

  String period(Period period);

  /** Nothing for what is normally seen. */
  Optional<String> ceiling(Confidentiality ceiling);

  List<String> rights();

  String unblock();

  String everything();

  String documentAt();

  String sensitivity();

  private static String format(String pattern, Locale locale, Period period, String sentence) {
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern(pattern, locale).withZone(ZoneId.of("Europe/Berlin"));
    return sentence.formatted(day.format(period.start()), day.format(period.end()));
  }

  /** Plain German, "Sie". */
  record German() implements Wording {
    @Override
    public String allow() {
      return "Ich erlaube: %s";
    }

    @Override
    public String witnessed(Capturing.Names names) {
      return "Ich benutze kein eigenes Gerät. %s schreibt für mich auf, was ich erlaube.\n"
              .formatted(names.institution())
          + "Aufgeschrieben von: %s. Dabei als Zeugin oder Zeuge: %s.\n"
              .formatted(names.caseworker(), names.witness())
          + "Es gilt nur für meine Daten bei dieser Stelle.";
    }

    @Override
    public String permission(Permission permission) {
      return switch (permission) {
        case DOCUMENTS_READ -> "Darf Dokumente nur lesen.";
        case DOCUMENTS_SEND -> "Darf Dokumente schicken.";
        case APPOINTMENTS_ARRANGE -> "Darf Termine ausmachen.";
        case GOALS_VIEW -> "Darf meine Ziele ansehen.";
        case GOALS_AGREE -> "Darf meine Ziele ansehen und mit mir Ziele festlegen und prüfen.";
        case MESSAGES -> "Darf Nachrichten schreiben und lesen.";
        case CONTACT_VIEW -> "Darf meine Kontaktdaten sehen.";
        case NOTIFY_AT_ONCE -> "Bekommt sofort Bescheid, wenn es Neues gibt.";
        case REFER_ONWARD -> "Darf mich an eine andere Stelle vermitteln.";
        case STATISTICS -> "Darf mich ohne Namen zählen.";
      };
    }

    @Override
    public String holder() {
      return "Es geht um meine Daten bei: %s";
    }

    @Override
    public String onlyDocument() {
      return "Nur dieses Dokument: %s";
    }

    @Override
    public String onlyTeam() {
      return "Nur dieses Team: %s";
    }

    @Override
    public String onlyPerson() {
      return "Nur diese Person: %s";
    }

    @Override
    public String period(Period period) {
      return Wording.format(
          "d. MMMM yyyy, HH:mm 'Uhr'", Locale.GERMANY, period, "Vom %s bis zum %s");
    }

    @Override
    public Optional<String> ceiling(Confidentiality ceiling) {
      return switch (ceiling) {
        case U, L, M -> Optional.of("Nur, was wenig vertraulich ist (Stufe " + ceiling + ").");
        case N -> Optional.empty();
        case R -> Optional.of("Auch, was besonders vertraulich ist, zum Beispiel zur Gesundheit.");
        case V -> Optional.of("Auch, was sehr streng vertraulich ist.");
      };
    }

    @Override
    public List<String> rights() {
      return List.of(
          "Wozu: damit die Stellen, die Ihnen helfen, zusammenarbeiten können. Für nichts anderes.",
          "Sie können das jederzeit ändern oder zurücknehmen. Sie brauchen keinen Grund.",
          "Es ist freiwillig. Wenn Sie Nein sagen, haben Sie keinen Nachteil.",
          "Was hier gelesen wird, darf nie ein Grund sein, Ihnen Geld zu kürzen oder Sie zu bestrafen.",
          "Was Stellen nach dem Gesetz melden müssen, läuft nicht über SOCIALLOOK. Daran ändert sich"
              + " nichts.");
    }

    @Override
    public String unblock() {
      return "Ich hebe meine Sperre auf: %s\n"
          + "Danach gilt wieder, was ich erlaubt habe.\n"
          + "Sie können jederzeit wieder sperren.\n";
    }

    @Override
    public String everything() {
      return "alles";
    }

    @Override
    public String documentAt() {
      return "Dokument %s bei: %s";
    }

    @Override
    public String sensitivity() {
      return "alles mit der Kennzeichnung %s";
    }
  }

  /** Plain English. */
  record English() implements Wording {
    @Override
    public String allow() {
      return "I allow: %s";
    }

    @Override
    public String witnessed(Capturing.Names names) {
      return "I use no device of my own. %s writes down for me what I allow.\n"
              .formatted(names.institution())
          + "Written down by: %s. There as a witness: %s.\n"
              .formatted(names.caseworker(), names.witness())
          + "It is good for my data at this institution only.";
    }

    @Override
    public String permission(Permission permission) {
      return switch (permission) {
        case DOCUMENTS_READ -> "May only read documents.";
        case DOCUMENTS_SEND -> "May send documents.";
        case APPOINTMENTS_ARRANGE -> "May arrange appointments.";
        case GOALS_VIEW -> "May see my goals.";
        case GOALS_AGREE -> "May see my goals, and agree and review goals with me.";
        case MESSAGES -> "May write and read messages.";
        case CONTACT_VIEW -> "May see my contact details.";
        case NOTIFY_AT_ONCE -> "Is told at once when there is something new.";
        case REFER_ONWARD -> "May refer me to another place.";
        case STATISTICS -> "May count me without my name.";
      };
    }

    @Override
    public String holder() {
      return "This is about my data at: %s";
    }

    @Override
    public String onlyDocument() {
      return "Only this document: %s";
    }

    @Override
    public String onlyTeam() {
      return "Only this team: %s";
    }

    @Override
    public String onlyPerson() {
      return "Only this person: %s";
    }

    @Override
    public String period(Period period) {
      return Wording.format("d MMMM yyyy, HH:mm", Locale.UK, period, "From %s until %s (Berlin)");
    }

    @Override
    public Optional<String> ceiling(Confidentiality ceiling) {
      return switch (ceiling) {
        case U, L, M -> Optional.of("Only what is hardly confidential (level " + ceiling + ").");
        case N -> Optional.empty();
        case R -> Optional.of("Also what is especially confidential, about health for example.");
        case V -> Optional.of("Also what is very strictly confidential.");
      };
    }

    @Override
    public List<String> rights() {
      return List.of(
          "What for: so that those who help you can work together. For nothing else.",
          "You can change this or take it back at any time. You need no reason.",
          "It is voluntary. If you say no, that does you no harm.",
          "What is read here must never be a reason to cut your money or to punish you.",
          "What offices must report by law does not go through SOCIALLOOK. That stays as it is.");
    }

    @Override
    public String unblock() {
      return "I lift my block: %s\n"
          + "After that, what I have allowed applies again.\n"
          + "You can block again at any time.\n";
    }

    @Override
    public String everything() {
      return "everything";
    }

    @Override
    public String documentAt() {
      return "document %s at: %s";
    }

    @Override
    public String sensitivity() {
      return "everything labelled %s";
    }
  }
}
