package net.sociallook.registry.received;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.coding;
import static net.sociallook.registry.fhir.Fhir.concept;
import static net.sociallook.registry.fhir.Fhir.object;
import static net.sociallook.registry.fhir.Fhir.reference;

import java.time.Duration;
import java.time.Instant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One provision as a nested rule of a Consent. Nothing is left out of it: what R4 takes for "any"
 * when it is missing (actor, action, class, data) would permit too much.
 */
record FhirRule(Provision provision, InstitutionId recipient) {
  private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  private static final String EXTENSIONS = "https://sociallook.net/fhir/StructureDefinition/";
  private static final Duration INCLUSIVE = Duration.ofMillis(1);

  /**
   * @param number counts from 1 in the Consent
   * @param holder reference to the institution whose data it is about
   */
  ObjectNode write(int number, ObjectNode holder) {
    Permission permission = provision.permission();
    ObjectNode rule = object().put("id", permission.code() + "." + number);
    ArrayNode limits = limits();
    if (!limits.isEmpty()) {
      rule.set("modifierExtension", limits);
    }
    return rule.put("type", "permit")
        .set(
            "period",
            period(provision.limits().period().start(), provision.limits().period().end()))
        .set("actor", array(actor(receiver())))
        .set("action", array(action()))
        .set(
            "securityLabel",
            array(coding(TERMINOLOGY + "v3-Confidentiality", provision.limits().ceiling().name())))
        .set("purpose", array(coding(TERMINOLOGY + "v3-ActReason", provision.purpose().code())))
        .set("class", classes())
        .set("data", array(object().put("meaning", "authoredby").set("reference", holder)));
  }

  static ObjectNode actor(ObjectNode reference) {
    return object()
        .set("role", concept(TERMINOLOGY + "v3-ParticipationType", "IRCP"))
        .set("reference", reference);
  }

  /** FHIR counts the end in, so the last millisecond is left off. */
  static ObjectNode period(Instant start, Instant end) {
    Instant last = end.minus(INCLUSIVE);
    return object()
        .put("start", start.toString())
        .put("end", (last.isBefore(start) ? start : last).toString());
  }

  private ObjectNode receiver() {
    Narrowing narrowing = provision.limits().narrowing();
    return narrowing
        .caseworker()
        .map(id -> reference("PractitionerRole/" + id))
        .or(() -> narrowing.team().map(id -> reference("Organization/" + id)))
        .orElseGet(() -> reference("Organization/" + recipient));
  }

  /**
   * What no element can say. Whoever does not know these extensions must not use the rule, for it
   * would read more into it: another {@code data} would be an alternative, not a limit.
   */
  private ArrayNode limits() {
    Narrowing narrowing = provision.limits().narrowing();
    ArrayNode limits = array();
    narrowing
        .document()
        .ifPresent(id -> limits.add(limit("only-document", "DocumentReference/" + id)));
    narrowing
        .team()
        .filter(id -> narrowing.caseworker().isPresent())
        .ifPresent(id -> limits.add(limit("only-team", "Organization/" + id)));
    return limits;
  }

  private static ObjectNode limit(String name, String target) {
    return object().put("url", EXTENSIONS + name).set("valueReference", reference(target));
  }

  /** Both codings name the same act: the nearest that FHIR has, and ours. */
  private ObjectNode action() {
    String nearest =
        switch (provision.permission()) {
          case DOCUMENTS_READ, GOALS_VIEW, CONTACT_VIEW, NOTIFY_AT_ONCE -> "access";
          case APPOINTMENTS_ARRANGE, MESSAGES, STATISTICS -> "use";
          case DOCUMENTS_SEND, REFER_ONWARD -> "disclose";
          case GOALS_AGREE -> "correct";
        };
    return object()
        .set(
            "coding",
            array(
                coding(TERMINOLOGY + "consentaction", nearest),
                coding(
                    "https://sociallook.net/fhir/CodeSystem/permission",
                    provision.permission().code())));
  }

  private ArrayNode classes() {
    ArrayNode classes = array();
    provision.permission().types().stream()
        .map(ResourceType::code)
        .forEach(code -> classes.add(coding("http://hl7.org/fhir/resource-types", code)));
    return classes;
  }
}
