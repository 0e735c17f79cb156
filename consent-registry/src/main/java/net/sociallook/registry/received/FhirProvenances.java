package net.sociallook.registry.received;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.coding;
import static net.sociallook.registry.fhir.Fhir.concept;
import static net.sociallook.registry.fhir.Fhir.identified;
import static net.sociallook.registry.fhir.Fhir.object;
import static net.sociallook.registry.fhir.Fhir.reference;
import static net.sociallook.registry.received.FhirGiver.participant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.registry.grant.GivenBy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who signed a received grant, and who stands for it, as FHIR R4 Provenance. It says that there are
 * signatures, of which kind and whose; not their bytes, in which there are keys and pseudonyms that
 * a recipient must not see.
 */
final class FhirProvenances {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String SIGNATURES = "urn:iso-astm:E1762-95:2013";
  private static final String CONSENT = "1.2.840.10065.1.12.1.7";
  private static final String WITNESS = "1.2.840.10065.1.12.1.11";

  private FhirProvenances() {}

  /** Another one than the Consent's, which stands beside it in a file of both. */
  static String id(UUID grant) {
    return "p-" + grant;
  }

  /** Where it stands in a Bundle. */
  static String fullUrl(UUID grant) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(id(grant).getBytes(StandardCharsets.UTF_8));
  }

  static ObjectNode of(ReceivedGrant grant) {
    FhirGiver giver = new FhirGiver(grant);
    return giver
        .containedIn(
            object()
                .put("resourceType", "Provenance")
                .put("id", id(grant.id()))
                .put("language", "de"))
        .set("target", array(reference("Consent/" + grant.id())))
        .put("recorded", grant.signedAt().toString())
        .set(
            "activity", concept("http://terminology.hl7.org/CodeSystem/v3-DataOperation", "CREATE"))
        .set("agent", agents(grant, giver))
        .set(
            "entity",
            array(
                object()
                    .put("role", "source")
                    .set(
                        "what",
                        identified(
                            "https://sociallook.net/fhir/sid/signed-document",
                            grant.id().toString()))))
        .set("signature", signatures(grant, giver));
  }

  private static ArrayNode agents(ReceivedGrant grant, FhirGiver giver) {
    ObjectNode author = participant("author", giver.who());
    grant.by().representative().ifPresent(one -> author.set("onBehalfOf", giver.patient()));
    ArrayNode agents = array(author);
    grant
        .by()
        .witnessed()
        .ifPresent(word -> {
          agents.add(staff("enterer", word.caseworker().value(), word));
          agents.add(staff("attester", word.witness().value(), word));
        });
    return agents.add(participant("assembler", reference("Device/consent-registry")));
  }

  private static ObjectNode staff(String code, String id, GivenBy.Witnessed word) {
    return participant(code, reference("PractitionerRole/" + id))
        .set("onBehalfOf", reference("Organization/" + word.institution()));
  }

  /** What was only said is signed by the witness alone. */
  private static ArrayNode signatures(ReceivedGrant grant, FhirGiver giver) {
    ArrayNode signatures = array();
    if (grant.level() != EvidenceLevel.ASSISTED) {
      Instant when =
          grant
              .by()
              .witnessed()
              .flatMap(GivenBy.Witnessed::signedOn)
              .map(day -> day.atStartOfDay(BERLIN).toInstant())
              .orElse(grant.signedAt());
      ObjectNode hers = signature(CONSENT, "Consent Signature", when).set("who", giver.who());
      grant.by().representative().ifPresent(one -> hers.set("onBehalfOf", giver.patient()));
      signatures.add(hers);
    }
    grant
        .by()
        .witnessed()
        .ifPresent(word ->
            signatures.add(
                signature(WITNESS, "Consent Witness Signature", grant.signedAt())
                    .set("who", reference("PractitionerRole/" + word.witness()))
                    .set("onBehalfOf", reference("Organization/" + word.institution()))));
    return signatures;
  }

  private static ObjectNode signature(String code, String display, Instant when) {
    return object()
        .set("type", array(coding(SIGNATURES, code).put("display", display)))
        .put("when", when.toString());
  }
}
