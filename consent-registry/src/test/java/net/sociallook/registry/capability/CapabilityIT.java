package net.sociallook.registry.capability;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.fhir.R4;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CapabilityIT {
  private static final Office SYSTEM = Office.of(RunningRegistry.shared(), JOBCENTER);

  /** A value that every parameter of its name takes. */
  private static final Map<String, String> VALUES =
      Map.of("patient", "0".repeat(32), "status", "active");

  @Test
  void statementIsValidR4() {
    Answer answer = SYSTEM.get("/fhir/metadata").is(200);
    assertThat(R4.errors(answer.response().body())).isEmpty();
    assertThat(answer.response().headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/fhir+json"));
    SYSTEM.get("/fhir/metadata?mode=full").is(400);
  }

  @Test
  void everythingThatIsStatedIsAnswered() {
    JsonNode resources = statement().at("/rest/0/resource");
    assertThat(resources.valueStream().map(one -> one.get("type").asString()))
        .containsExactly(
            "Consent",
            "Endpoint",
            "HealthcareService",
            "Location",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Provenance");
    for (JsonNode resource : resources) {
      String path = "/fhir/" + resource.get("type").asString();
      SYSTEM.get(path).is(200);
      for (JsonNode parameter : resource.get("searchParam")) {
        String name = parameter.get("name").asString();
        SYSTEM.get(path + "?" + name + "=" + VALUES.getOrDefault(name, "x")).is(200);
      }
    }
  }

  @Test
  void noParameterIsTakenThatIsNotStated() {
    JsonNode resources = statement().at("/rest/0/resource");
    for (JsonNode resource : resources) {
      for (JsonNode other : resources.findValues("name")) {
        String name = other.asString();
        boolean stated =
            resource.get("searchParam").findValues("name").stream()
                .anyMatch(own -> own.asString().equals(name));
        SYSTEM
            .get(
                "/fhir/"
                    + resource.get("type").asString()
                    + "?"
                    + name
                    + "="
                    + VALUES.getOrDefault(name, "x"))
            .is(stated ? 200 : 400);
      }
    }
  }

  private static JsonNode statement() {
    return SYSTEM.get("/fhir/metadata").is(200).json();
  }
}
