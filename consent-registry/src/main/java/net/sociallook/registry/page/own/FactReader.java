package net.sociallook.registry.page.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sociallook.registry.ownaccess.OwnKind;
import net.sociallook.registry.page.Dates;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The lines below a title, by kind. */
@Component
class FactReader {
  private final People people;
  private final Dates dates;

  FactReader(People people, Dates dates) {
    this.people = people;
    this.dates = dates;
  }

  List<Fact> read(OwnKind kind, JsonNode resource) {
    Lines lines = new Lines(resource);
    switch (kind) {
      case DOCUMENTS -> lines.people("from", resource.path("author"));
      case APPOINTMENTS -> appointment(lines, resource);
      case GOALS -> {
        lines.moment("since", "/startDate");
        lines.moment("until", "/target/0/dueDate");
        lines.person("from", "/expressedBy");
      }
      case PLANS -> {
        lines.moment("since", "/period/start");
        lines.moment("until", "/period/end");
        lines.person("from", "/author");
      }
      case MESSAGES -> {
        lines.person("from", "/sender");
        lines.people("to", resource.path("recipient"));
      }
      case REFERRALS -> {
        lines.person("from", "/requester");
        lines.people("to", resource.path("performer"));
      }
      case TASKS -> {
        lines.person("from", "/requester");
        lines.person("to", "/owner");
        lines.moment("until", "/restriction/period/end");
      }
      case CONTACT -> contact(lines, resource);
    }
    return lines.all;
  }

  /** In the words of the reader. */
  String words(Moment moment) {
    return switch (moment) {
      case Moment.Time(var begin) -> dates.time(begin);
      case Moment.Day(var begin) -> dates.day(begin);
      case Moment.Coarse(var begin, String text) -> text;
    };
  }

  private static void appointment(Lines lines, JsonNode resource) {
    for (JsonNode participant : resource.path("participant")) {
      JsonNode actor = participant.path("actor");
      String target = actor.path("reference").asString("");
      boolean place =
          actor.path("type").asString("").equals("Location") || target.startsWith("Location/");
      if (!target.startsWith("Patient/")) {
        lines.person(place ? "place" : "with", actor);
      }
    }
    lines.text("reason", "/cancelationReason/text");
    lines.text("note", "/patientInstruction");
    lines.text("note", "/comment");
  }

  private static void contact(Lines lines, JsonNode resource) {
    List<String> name = new ArrayList<>();
    resource.at("/name/0/given").forEach(given -> name.add(given.asString("")));
    name.add(resource.at("/name/0/family").asString(""));
    lines.add("name", String.join(" ", name));
    lines.moment("born", "/birthDate");
    for (JsonNode telecom : resource.path("telecom")) {
      switch (telecom.path("system").asString("")) {
        case "phone", "sms" -> lines.add("phone", telecom.path("value").asString(""));
        case "email" -> lines.add("email", telecom.path("value").asString(""));
        default -> {}
      }
    }
    for (JsonNode address : resource.path("address")) {
      List<String> parts = new ArrayList<>();
      address.path("line").forEach(line -> parts.add(line.asString("")));
      String place =
          address.path("postalCode").asString("") + " " + address.path("city").asString("");
      parts.add(place.strip());
      parts.removeIf(String::isBlank);
      lines.add("address", String.join(", ", parts));
    }
  }

  /** Collects; what a resource does not have makes no line. */
  private final class Lines {
    private final JsonNode resource;
    private final List<Fact> all = new ArrayList<>();

    Lines(JsonNode resource) {
      this.resource = resource;
    }

    void add(String label, String value) {
      add(new Fact(label, value.strip(), true));
    }

    private void add(Fact fact) {
      if (!fact.value().isEmpty()) {
        all.add(fact);
      }
    }

    void text(String label, String pointer) {
      add(label, resource.at(pointer).asString(""));
    }

    void moment(String label, String pointer) {
      Optional<Moment> moment = Moment.of(resource.at(pointer).asString(""));
      add(new Fact(label, moment.map(FactReader.this::words).orElse(""), false));
    }

    void person(String label, String pointer) {
      person(label, resource.at(pointer));
    }

    void person(String label, JsonNode reference) {
      add(label, people.name(reference).orElse(""));
    }

    void people(String label, JsonNode references) {
      List<String> names = new ArrayList<>();
      references.forEach(one -> people.name(one).ifPresent(names::add));
      add(label, String.join(", ", names));
    }
  }
}
