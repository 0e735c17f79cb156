package net.sociallook.registry.received;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.coding;
import static net.sociallook.registry.fhir.Fhir.concept;
import static net.sociallook.registry.fhir.Fhir.object;
import static net.sociallook.registry.fhir.Fhir.reference;

import net.sociallook.registry.grant.GivenBy;
import net.sociallook.registry.reach.Capacity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who gave a grant: the client, or who acts for her by law. Somebody who acts has no resource of
 * her own here and no name; she is contained where she is referred to.
 */
record FhirGiver(ReceivedGrant grant) {
  static final String EXTENSIONS = "https://sociallook.net/fhir/StructureDefinition/";
  private static final String REPRESENTATIVE = "representative";
  private static final String CODES = "https://sociallook.net/fhir/CodeSystem/";

  ObjectNode patient() {
    return reference("Patient/" + grant.patient());
  }

  ObjectNode who() {
    return grant.by().representative().isPresent() ? reference("#" + REPRESENTATIVE) : patient();
  }

  /** Puts into a resource whom it refers to. */
  ObjectNode containedIn(ObjectNode resource) {
    return grant
        .by()
        .representative()
        .map(one -> resource.set("contained", array(relatedPerson(one))))
        .orElse(resource);
  }

  private ObjectNode relatedPerson(GivenBy.Representative one) {
    ArrayNode relationship = array(coding(CODES + REPRESENTATIVE, one.capacity().code()));
    if (one.capacity() == Capacity.GUARDIAN) {
      relationship.add(coding("http://terminology.hl7.org/CodeSystem/v3-RoleCode", "GUARD"));
    }
    ArrayNode extensions =
        array(
            object()
                .put("url", EXTENSIONS + "endorsed-by")
                .set("valueReference", reference("Organization/" + grant.recipient())));
    one.areas()
        .forEach(area ->
            extensions.add(object().put("url", EXTENSIONS + "area").put("valueCode", area.code())));
    return object()
        .put("resourceType", "RelatedPerson")
        .put("id", REPRESENTATIVE)
        .set("extension", extensions)
        .set("patient", patient())
        .set("relationship", array(object().set("coding", relationship)));
  }

  /** How it is proved, and by whose word, as extensions of a Consent. */
  ArrayNode evidence() {
    ArrayNode extensions =
        array(
            object()
                .put("url", EXTENSIONS + "evidence-level")
                .put("valueCode", grant.level().code()));
    grant
        .by()
        .witnessed()
        .ifPresent(word -> {
          extensions.add(person("witness", word.witness().value()));
          extensions.add(person("captured-by", word.caseworker().value()));
        });
    return extensions;
  }

  private static ObjectNode person(String name, String id) {
    return object()
        .put("url", EXTENSIONS + name)
        .set("valueReference", reference("PractitionerRole/" + id));
  }

  static ObjectNode participant(String code, ObjectNode who) {
    return object()
        .set(
            "type",
            concept("http://terminology.hl7.org/CodeSystem/provenance-participant-type", code))
        .set("who", who);
  }
}
