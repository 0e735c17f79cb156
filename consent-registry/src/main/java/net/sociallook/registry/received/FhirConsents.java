package net.sociallook.registry.received;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.coding;
import static net.sociallook.registry.fhir.Fhir.concept;
import static net.sociallook.registry.fhir.Fhir.identified;
import static net.sociallook.registry.fhir.Fhir.object;
import static net.sociallook.registry.fhir.Fhir.reference;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Period;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A received grant as FHIR R4 Consent: a root rule that denies, and one nested rule for each
 * provision that stands. It shows what is decided, not the rules that led there: blocks and what
 * was taken back are simply not in it. Provisions that open no kind of resource (statistics) cannot
 * be said in it and are left out.
 *
 * @see <a href="https://profiles.ihe.net/ITI/PCF/">IHE Privacy Consent on FHIR</a>
 */
final class FhirConsents {
  private static final String PROFILE = "https://sociallook.net/fhir/StructureDefinition/consent";
  private static final String PCF =
      "https://profiles.ihe.net/ITI/PCF/StructureDefinition/IHE.PCF.consentAdvanced";
  private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  private static final String URI = "urn:ietf:rfc:3986";

  private final Directory directory;

  FhirConsents(Directory directory) {
    this.directory = directory;
  }

  ObjectNode of(ReceivedGrant grant) {
    FhirGiver giver = new FhirGiver(grant);
    return giver
        .containedIn(
            object()
                .put("resourceType", "Consent")
                .put("id", grant.id().toString())
                .set("meta", meta(grant))
                .put("language", "de"))
        .set("extension", giver.evidence())
        .set(
            "identifier", array(object().put("system", URI).put("value", "urn:uuid:" + grant.id())))
        .put("status", grant.state().fhir())
        .set("scope", concept(TERMINOLOGY + "consentscope", "patient-privacy"))
        .set(
            "category",
            array(
                concept("http://loinc.org", "59284-0"),
                concept(TERMINOLOGY + "v3-ActCode", "IDSCL")))
        .set("patient", giver.patient())
        .put("dateTime", grant.signedAt().toString())
        .set("performer", array(giver.who()))
        .set("organization", array(identified(URI, "https://sociallook.net/consent-registry")))
        .set(
            "sourceReference",
            identified("https://sociallook.net/fhir/sid/signed-document", grant.id().toString())
                .put("type", "DocumentReference"))
        .set(
            "policy",
            array(
                object()
                    .put("authority", "https://sociallook.net")
                    .put("uri", "https://profiles.ihe.net/ITI/PCF/Policy-deny")))
        .set("provision", root(grant));
  }

  private static ObjectNode meta(ReceivedGrant grant) {
    ObjectNode meta = object().put("versionId", String.valueOf(grant.version()));
    meta.putArray("profile").add(PROFILE).add(PCF);
    return meta.set("security", array(coding(TERMINOLOGY + "v3-Confidentiality", "R")));
  }

  private ObjectNode root(ReceivedGrant grant) {
    ObjectNode root = object().put("type", "deny");
    List<Provision> rules =
        grant.provisions().stream().filter(one -> !one.permission().types().isEmpty()).toList();
    if (!rules.isEmpty()) {
      root.set("period", overall(rules));
    }
    root.set("actor", array(FhirRule.actor(organization(grant.recipient()))));
    ArrayNode nested = array();
    for (Provision rule : rules) {
      FhirRule permit = new FhirRule(rule, grant.recipient());
      nested.add(permit.write(nested.size() + 1, organization(rule.holder())));
    }
    return nested.isEmpty() ? root : root.set("provision", nested);
  }

  private static ObjectNode overall(List<Provision> rules) {
    List<Period> periods = rules.stream().map(rule -> rule.limits().period()).toList();
    Instant start =
        periods.stream().map(Period::start).min(Comparator.naturalOrder()).orElseThrow();
    Instant end = periods.stream().map(Period::end).max(Comparator.naturalOrder()).orElseThrow();
    return FhirRule.period(start, end);
  }

  private ObjectNode organization(InstitutionId id) {
    String name = directory.institution(id).map(Institution::name).orElse(id.value());
    return reference("Organization/" + id).put("display", name);
  }
}
