package net.sociallook.registry.received;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.capture.Desk;
import net.sociallook.registry.fhir.R4;
import net.sociallook.registry.reach.Family;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a grant was given, by which witness, and who acted for the client: told to its recipient. */
class GivenByIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Office JOB = Office.of(REGISTRY, JOBCENTER);
  private static final String EXTENSIONS = "https://sociallook.net/fhir/StructureDefinition/";

  @Test
  void ownPasskeyIsToldAsSuch() {
    Phone phone = new Phone(REGISTRY);
    String pseudonym = phone.linkTo(JOB);
    phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    String grant =
        phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).text("id");

    JsonNode consent = valid("/fhir/Consent/" + grant);
    assertThat(level(consent)).isEqualTo("passkey");
    assertThat(consent.at("/performer/0/reference").asString()).isEqualTo("Patient/" + pseudonym);
    JsonNode provenance = valid("/fhir/Provenance/p-" + grant);
    assertThat(signatures(provenance)).containsExactly("1.2.840.10065.1.12.1.7");
    assertThat(provenance.at("/signature/0/who/reference").asString())
        .isEqualTo("Patient/" + pseudonym);
    JsonNode receipt = receipt(grant);
    assertThat(receipt.get("evidence_level").asString()).isEqualTo("passkey");
    assertThat(receipt.has("witnessed_by")).isFalse();
    assertThat(receipt.has("acted_for_by")).isFalse();
  }

  @Test
  void whatWasSaidAtADeskIsSignedByItsWitnessAlone() {
    Desk desk = Desk.of(REGISTRY);
    Answer given = desk.give("documents-read");
    JsonNode consent = valid("/fhir/Consent/" + given.text("grant"));
    assertThat(level(consent)).isEqualTo("assisted");
    assertThat(consent.get("extension").toString())
        .contains(EXTENSIONS + "witness", "PractitionerRole/ya-002")
        .contains(EXTENSIONS + "captured-by", "PractitionerRole/ya-001");
    JsonNode provenance = valid("/fhir/Provenance/p-" + given.text("grant"));
    assertThat(signatures(provenance)).containsExactly("1.2.840.10065.1.12.1.11");
    assertThat(provenance.at("/signature/0/type/0/system").asString())
        .isEqualTo("urn:iso-astm:E1762-95:2013");
    assertThat(provenance.at("/signature/0/who/reference").asString())
        .isEqualTo("PractitionerRole/ya-002");
    assertThat(provenance.toString()).doesNotContain(desk.atYouth());
    assertThat(receipt(given.text("grant")).get("witnessed_by").toString())
        .contains("\"institution\":\"" + YOUTH_OFFICE + "\"", "\"witness\":\"ya-002\"");
  }

  @Test
  void paperHasBothSignaturesAndTheDay() {
    Desk desk = Desk.of(REGISTRY);
    Answer prepared = desk.prepare("paper", "documents-read");
    String today = LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
    String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
    Answer signed =
        desk.youth()
            .put(
                "/captures/" + prepared.text("id") + "/scan",
                Map.of("sha256", hash, "signedOn", today))
            .is(200);
    desk.state(signed, desk.statement(signed)).is(200);
    String grant = prepared.text("grant");
    assertThat(level(valid("/fhir/Consent/" + grant))).isEqualTo("paper");
    assertThat(signatures(valid("/fhir/Provenance/p-" + grant)))
        .containsExactly("1.2.840.10065.1.12.1.7", "1.2.840.10065.1.12.1.11");
    assertThat(receipt(grant).at("/witnessed_by/signed_on").asString()).isEqualTo(today);
  }

  @Test
  void whoActsForTheClientIsToldAsTheRecipientEndorsedHer() {
    Family family = Family.of(REGISTRY);
    String grant =
        family
            .carer()
            .grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)))
            .text("id");
    JsonNode consent = valid("/fhir/Consent/" + grant);
    assertThat(consent.at("/performer/0/reference").asString()).isEqualTo("#representative");
    assertThat(consent.at("/contained/0/relationship/0/coding/0/code").asString())
        .isEqualTo("carer");
    assertThat(consent.at("/contained/0/extension").toString())
        .contains("Organization/" + JOBCENTER, "\"valueCode\":\"authorities\"");
    JsonNode provenance = valid("/fhir/Provenance/p-" + grant);
    assertThat(provenance.at("/agent/0/onBehalfOf/reference").asString()).startsWith("Patient/");
    JsonNode receipt = receipt(grant);
    assertThat(receipt.at("/acted_for_by/as").asString()).isEqualTo("carer");
    assertThat(receipt.at("/acted_for_by/areas/0").asString()).isEqualTo("authorities");
  }

  @Test
  void provenanceOfAnotherInstitutionsGrantIsNotFound() {
    Desk desk = Desk.of(REGISTRY);
    String grant = desk.give("documents-read").text("grant");
    assertThat(desk.youth().get("/fhir/Provenance/p-" + grant).response().statusCode())
        .isEqualTo(404);
    assertThat(
            desk.youth()
                .get("/fhir/Provenance?target=Consent/" + grant)
                .is(200)
                .json()
                .has("entry"))
        .isFalse();
    JsonNode found = valid("/fhir/Provenance?target=Consent/" + grant);
    assertThat(found.get("entry")).hasSize(1);
    assertThat(found.at("/entry/0/resource/target/0/reference").asString())
        .isEqualTo("Consent/" + grant);
    assertThat(valid("/fhir/Provenance?target=Patient/1").has("entry")).isFalse();
  }

  private static JsonNode valid(String path) {
    JsonNode resource = JOB.get(path).is(200).json();
    assertThat(R4.errors(resource.toString())).isEmpty();
    return resource;
  }

  private static String level(JsonNode consent) {
    return consent
        .get("extension")
        .valueStream()
        .filter(one -> one.get("url").asString().equals(EXTENSIONS + "evidence-level"))
        .map(one -> one.get("valueCode").asString())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> signatures(JsonNode provenance) {
    return provenance
        .get("signature")
        .valueStream()
        .map(one -> one.at("/type/0/code").asString())
        .toList();
  }

  private static JsonNode receipt(String grant) {
    String jwt = JOB.get("/consents/" + grant + "/receipt").response().body();
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(jwt.split("[.]")[1]));
  }
}
