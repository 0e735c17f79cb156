package net.sociallook.adapter.jobcenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sociallook.adapter.jobcenter.simulation.Fields;
import net.sociallook.adapter.jobcenter.simulation.Simulation;
import net.sociallook.adapter.jobcenter.simulation.Stock;
import net.sociallook.testbed.adapter.Surroundings;

/** The simulated case system of one Jobcenter with three customers, for tests. */
final class CaseSystem implements AutoCloseable {
  static final String INSTITUTION = "jobcenter-nordhausen";
  static final String SECRET = "geheim-4711";
  static final String JONAS = "123D456781";
  static final String EMRE = "123D456782";
  static final String LENA = "123D456783";

  private static final String PEOPLE =
      """
      { "institution": {"id":"jobcenter-nordhausen","name":"Jobcenter Nordhausen",
                        "kind":"benefit-authority"},
        "caseworkers": [
          {"id":"cw-001","family":"Weber","given":"Anna","role":"Vermittlung","team":"U25"},
          {"id":"cw-002","family":"Kılıç","given":"Deniz","role":"Vermittlung","team":"U25"}],
        "clients": [
          {"localId":"123D456781","family":"Müller","given":"Jonas","born":"2005-03-14"},
          {"localId":"123D456782","family":"Yıldız","given":"Emre","born":"2004-11-02"},
          {"localId":"123D456783","family":"Schäfer","given":"Lena","born":"2006-07-29"}],
        "neighbours": [
          {"id":"youth-office-nordhausen","name":"Jugendamt Nordhausen",
           "caseworkers":[{"id":"cw-010","family":"Braun","given":"Sabine"}]},
          {"id":"provider-horizont","name":"Horizont gGmbH","caseworkers":[]}] }
      """;

  final Simulation simulation;

  CaseSystem() {
    this.simulation = Simulation.start(properties());
  }

  /** Writes a configuration of the simulation on a free port. */
  static Path properties() {
    try {
      Path directory = Files.createTempDirectory("case-system");
      Files.writeString(directory.resolve("people.json"), PEOPLE);
      Files.writeString(directory.resolve("secret.txt"), SECRET + "\n");
      return Files.write(
          directory.resolve("simulation.properties"),
          List.of(
              "institution=jobcenter-nordhausen",
              "port=0",
              "secret-file=secret.txt",
              "people=people.json",
              "today=2026-11-20"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the properties of an adapter to this system. */
  Path configuration(Surroundings around) {
    around.write("secret.txt", List.of(SECRET));
    return around.configuration(
        List.of("system.url=" + url(), "system.secret-file=secret.txt", "system.timeout=3"));
  }

  String url() {
    return "http://127.0.0.1:" + simulation.port();
  }

  Stock stock() {
    return simulation.stock();
  }

  /** Adds a message about a customer and returns its id outside. */
  String addMessage(String customer, String day, String text) {
    return "nachricht-" + stock().add("postfach", message(customer, day, text));
  }

  static ObjectNode message(String customer, String day, String text) {
    ObjectNode row =
        Fields.of(
            "kdnr",
            customer,
            "art",
            "NAC",
            "betreff",
            "Betreff",
            "text",
            text,
            "gesendet",
            Notation.day(day).orElseThrow().toEpochDay() * 86_400_000,
            "gelesen",
            "0",
            "bezug",
            "",
            "von",
            Fields.of("art", "HAUS"),
            "an",
            List.of(
                Fields.of(
                    "art", "STELLE", "kennung", "youth-office-nordhausen", "name", "Jugendamt")));
    row.setAll(common());
    return row;
  }

  /** What rows of all kinds have. */
  static ObjectNode common() {
    return Fields.of("geaendert", 1_790_000_000_000L, "schutz", "0", "loeschkz", "0");
  }

  /** An appointment for an hour, at a time on the clock of Berlin. */
  static ObjectNode appointment(String customer, String start) {
    ObjectNode row =
        Fields.of(
            "kdnr", customer, "kz", "FE", "beginn", start, "dauer", "60", "anlass", "Beratung");
    row.setAll(common());
    return row;
  }

  @Override
  public void close() {
    simulation.close();
  }
}
