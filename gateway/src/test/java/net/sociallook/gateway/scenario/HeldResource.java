package net.sociallook.gateway.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.gateway.world.TokenForge;
import tools.jackson.databind.JsonNode;

/** A resource of the corpus, as the holder's adapter writes it. */
record HeldResource(JsonNode said, String holder) {
  private static final String TERMS = "http://terminology.hl7.org/CodeSystem/v3-";

  /** The client's pseudonym at an institution: 32 hexadecimal digits, other ones at each. */
  static String pseudonym(String client, String institution) {
    byte[] hash = TokenForge.sha256((client + "@" + institution).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }

  String type() {
    return said.get("type").asString();
  }

  /** The id at the holder; of a Patient her pseudonym there. */
  String id() {
    return type().equals("Patient") ? pseudonymHere().orElseThrow() : said.get("id").asString();
  }

  /** The id that the recipient asks for and is shown. */
  String idAt(String recipient) {
    return type().equals("Patient")
        ? pseudonym(said.get("client").asString(), recipient)
        : said.get("id").asString();
  }

  String json() {
    return "{\"resourceType\":\"%s\",\"id\":\"%s\",\"meta\":{\"security\":[%s]},%s}"
        .formatted(type(), id(), labels(), body());
  }

  private Optional<String> pseudonymHere() {
    return Optional.ofNullable(said.get("client"))
        .map(client -> pseudonym(client.asString(), holder));
  }

  private String labels() {
    return Stream.concat(
            Stream.of(label("Confidentiality", said.path("confidentiality").asString("N"))),
            said.path("sensitivities").valueStream().map(code -> label("ActCode", code.asString())))
        .collect(Collectors.joining(","));
  }

  private static String label(String system, String code) {
    return "{\"system\":\"" + TERMS + system + "\",\"code\":\"" + code + "\"}";
  }

  private String client(String element) {
    return pseudonymHere()
        .map(id -> ",\"" + element + "\":{\"reference\":\"Patient/" + id + "\"}")
        .orElse("");
  }

  private String body() {
    return switch (type()) {
      case "DocumentReference" ->
          "\"status\":\"current\",\"content\":[{\"attachment\":{\"contentType\":\"text/plain\","
              + ("\"url\":\"Binary/" + id() + "-1\",\"size\":29}}]")
              + client("subject");
      case "Appointment" -> appointment(Instant.parse(said.get("start").asString()));
      case "Communication" ->
          "\"status\":\"completed\",\"recipient\":[" + parties() + "]" + client("subject");
      case "Goal" ->
          "\"lifecycleStatus\":\"active\",\"description\":{\"text\":\"x\"}" + client("subject");
      case "CarePlan", "ServiceRequest" ->
          "\"status\":\"active\",\"intent\":\"plan\"" + client("subject");
      case "Task" -> "\"status\":\"accepted\",\"intent\":\"plan\"" + client("for");
      case "Patient" -> "\"active\":true";
      case "Slot" ->
          "\"schedule\":{\"reference\":\"Schedule/p1\"},\"status\":\"%s\",\"start\":\"2026-12-01T09:00:00Z\",\"end\":\"2026-12-01T09:30:00Z\""
              .formatted(said.path("free").asBoolean(true) ? "free" : "busy");
      case "Schedule" -> "\"actor\":[{\"reference\":\"Location/raum-2\"}]";
      default -> throw new IllegalArgumentException("type: " + type());
    };
  }

  private String appointment(Instant start) {
    return "\"status\":\"booked\",\"start\":\"%s\",\"end\":\"%s\",\"participant\":[{\"status\":\"accepted\"%s}]"
        .formatted(start, start.plus(Duration.ofMinutes(30)), client("actor"));
  }

  /** To nobody known, where no party is named. */
  private String parties() {
    return said.path("parties").isEmpty()
        ? "{\"reference\":\"Organization/niemand\"}"
        : said.path("parties")
            .valueStream()
            .map(party -> "{\"reference\":\"Organization/" + party.asString() + "\"}")
            .collect(Collectors.joining(","));
  }
}
