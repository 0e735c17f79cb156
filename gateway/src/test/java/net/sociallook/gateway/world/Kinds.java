package net.sociallook.gateway.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All other kinds of data of the simulated youth office: of each, one visible and some hidden. */
public final class Kinds {
  public static final String VISIBLE = "x-1";
  public static final String FOREIGN = "x-2";
  public static final String RESTRICTED = "x-3";
  private static final String OTHER = "00000000000000000000000000000000";
  private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  /** Without id and meta; %1$s is the client, "canary" what must not come out. */
  private static final Map<String, String> BODIES =
      Map.of(
          "Appointment",
              "\"status\":\"booked\",\"comment\":\"canary\",\"start\":\""
                  + TODAY.plus(7, ChronoUnit.DAYS)
                  + "\",\"end\":\""
                  + TODAY.plus(8, ChronoUnit.DAYS)
                  + "\",\"participant\":[{\"actor\":{\"reference\":\"Patient/%1$s\"},"
                  + "\"status\":\"accepted\"}]",
          "CarePlan",
              "\"status\":\"active\",\"intent\":\"plan\",\"note\":[{\"text\":\"canary\"}],"
                  + "\"subject\":{\"reference\":\"Patient/%1$s\"}",
          "Communication",
              "\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/%1$s\"},"
                  + "\"recipient\":[{\"reference\":\"Organization/jobcenter-nordhausen\"}],"
                  + "\"payload\":[{\"contentString\":\"Guten Tag\"}],\"received\":\"2026-01-01\","
                  + "\"note\":[{\"text\":\"canary\"}]",
          "Goal",
              "\"lifecycleStatus\":\"active\",\"description\":{\"text\":\"Ausbildung\"},"
                  + "\"achievementStatus\":{\"text\":\"canary\"},"
                  + "\"subject\":{\"reference\":\"Patient/%1$s\"}",
          "Patient", "\"name\":[{\"family\":\"Meier\"}],\"birthDate\":\"canary\"",
          "Schedule",
              "\"actor\":[{\"reference\":\"Location/raum-2\"},"
                  + "{\"reference\":\"Practitioner/canary\"}],\"comment\":\"canary\"",
          "ServiceRequest",
              "\"status\":\"active\",\"intent\":\"order\",\"reasonCode\":[{\"text\":\"canary\"}],"
                  + "\"subject\":{\"reference\":\"Patient/%1$s\"}",
          "Slot",
              "\"schedule\":{\"reference\":\"Schedule/plan-1\"},\"status\":\"%2$s\","
                  + "\"start\":\"2026-12-01T09:00:00Z\",\"end\":\"2026-12-01T09:30:00Z\","
                  + "\"comment\":\"canary\"",
          "Task",
              "\"status\":\"accepted\",\"intent\":\"order\",\"statusReason\":{\"text\":\"canary\"},"
                  + "\"for\":{\"reference\":\"Patient/%1$s\"}");

  private Kinds() {}

  /** The types, in one order. */
  public static List<String> types() {
    return BODIES.keySet().stream().sorted().toList();
  }

  /** The one of this type that may be seen. */
  public static String visible(String type) {
    return all(type).get(VISIBLE);
  }

  /** The answer of an adapter that has these. */
  public static AdapterStandIn.Reply answer(AdapterStandIn.Call call) {
    String[] path = call.target().replaceFirst("\\?.*", "").split("/");
    String type = path[2];
    if (path.length == 3) {
      String entries =
          all(type).values().stream()
              .map(resource -> "{\"resource\":" + resource + "}")
              .collect(Collectors.joining(","));
      return fhir(
          200,
          "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":3,\"entry\":[%s]}"
              .formatted(entries));
    }
    String found = all(type).get(path[3]);
    return found == null ? fhir(404, "{\"resourceType\":\"OperationOutcome\"}") : fhir(200, found);
  }

  private static Map<String, String> all(String type) {
    if (type.equals("Patient")) {
      return Stream.of(TokenForge.AT_HOLDER, OTHER)
          .collect(Collectors.toMap(id -> id, id -> resource(type, id, id, "N")));
    }
    return Map.of(
        VISIBLE, resource(type, VISIBLE, TokenForge.AT_HOLDER, "N"),
        FOREIGN, resource(type, FOREIGN, OTHER, "N"),
        RESTRICTED, resource(type, RESTRICTED, TokenForge.AT_HOLDER, "R"));
  }

  private static String resource(String type, String id, String client, String level) {
    return ("{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\",\"meta\":{\"security\":[{")
        + "\"system\":\"http://terminology.hl7.org/CodeSystem/v3-Confidentiality\",\"code\":\""
        + (level + "\"}]},")
        + BODIES.get(type).formatted(client, client.equals(OTHER) ? "busy" : "free")
        + "}";
  }

  private static AdapterStandIn.Reply fhir(int status, String body) {
    return Replies.of(status, "application/fhir+json", body.getBytes(StandardCharsets.UTF_8));
  }
}
