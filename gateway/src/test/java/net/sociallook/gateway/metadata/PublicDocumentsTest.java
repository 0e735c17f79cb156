package net.sociallook.gateway.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.ResourceType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicDocumentsTest {
  private final PublicDocuments documents =
      new PublicDocuments(
          URI.create("https://gateway.test/fhir"), URI.create("https://registry.test"));

  @Test
  void capabilityStatementIsFhirR4ToAStrictReader() {
    IParser parser = FhirContext.forR4Cached().newJsonParser();
    parser.setParserErrorHandler(new StrictErrorHandler());
    byte[] body = documents.find("/fhir/metadata").orElseThrow().body();

    CapabilityStatement statement =
        parser.parseResource(CapabilityStatement.class, new String(body, StandardCharsets.UTF_8));

    assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
    assertThat(statement.getRestFirstRep().getResource())
        .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
        .containsExactly(
            "Appointment",
            "Binary",
            "CarePlan",
            "Communication",
            "DocumentReference",
            "Goal",
            "Patient",
            "Schedule",
            "ServiceRequest",
            "Slot",
            "Task");
  }

  @Test
  void itPromisesNoInteractionThatNoPermissionCovers() {
    String body =
        new String(documents.find("/fhir/metadata").orElseThrow().body(), StandardCharsets.UTF_8);
    CapabilityStatement statement =
        FhirContext.forR4Cached().newJsonParser().parseResource(CapabilityStatement.class, body);

    for (var resource : statement.getRestFirstRep().getResource()) {
      for (var interaction : resource.getInteraction()) {
        boolean read = interaction.getCode().toCode().equals("read");
        Operation operation =
            new Operation(
                ResourceType.ofCode(resource.getType()),
                read ? Interaction.READ : Interaction.SEARCH);
        assertThat(Permission.values())
            .as(operation.toString())
            .anyMatch(permission -> permission.covers(operation));
      }
    }
  }

  @Test
  void scopesAreWhatIsServed() {
    JsonNode configuration =
        JsonMapper.shared()
            .readTree(documents.find("/.well-known/smart-configuration").orElseThrow().body());

    assertThat(configuration.get("scopes_supported").valueStream().map(JsonNode::asString))
        .containsExactly(
            "system/Appointment.rs",
            "system/Binary.r",
            "system/CarePlan.rs",
            "system/Communication.rs",
            "system/DocumentReference.rs",
            "system/Goal.rs",
            "system/Patient.r",
            "system/Schedule.rs",
            "system/ServiceRequest.r",
            "system/Slot.rs",
            "system/Task.r");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fhir/metadata/",
        "/fhir/metadata;a=b",
        "/fhir/%6detadata",
        "//fhir/metadata",
        "/FHIR/metadata",
        "/.well-known/openid-configuration"
      })
  void anotherSpellingIsAnotherPath(String path) {
    assertThat(documents.find(path)).isEmpty();
  }
}
