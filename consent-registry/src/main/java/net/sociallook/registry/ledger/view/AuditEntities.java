package net.sociallook.registry.ledger.view;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.coding;
import static net.sociallook.registry.fhir.Fhir.object;
import static net.sociallook.registry.fhir.Fhir.reference;

import net.sociallook.registry.fhir.Fhir;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an event was about. */
final class AuditEntities {
  private static final String TYPES = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
  private static final String ROLES = "http://terminology.hl7.org/CodeSystem/object-role";
  private static final String CALLS =
      "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
  private static final String TOKENS =
      "https://profiles.ihe.net/ITI/BALP/CodeSystem/UserAgentTypes";
  private static final String RESOURCE_TYPES = "http://hl7.org/fhir/resource-types";

  /** Stands for the root rule, where there is no grant to point at. */
  private static final String NO_GRANT = "https://profiles.ihe.net/ITI/PCF/Policy-deny";

  private AuditEntities() {}

  /** The client, with what the access rested on. */
  static ObjectNode patient(Access access) {
    ObjectNode entity = patient(access.asked());
    ArrayNode details = array();
    access
        .rests()
        .ifPresent(rests -> {
          add(details, "level", rests.level());
          add(details, "witness", rests.witness());
          add(details, "acted-for", rests.actedFor());
          add(details, "proof", rests.proof());
        });
    // FHIR JSON has no empty arrays.
    return details.isEmpty() ? entity : entity.set("detail", details);
  }

  /** A detail of an entity, where there is one. */
  static void add(ArrayNode details, String type, @Nullable String value) {
    if (value != null) {
      details.add(object().put("type", type).put("valueString", value));
    }
  }

  static ObjectNode patient(Asked asked) {
    ObjectNode who =
        asked
            .pseudonym()
            .map(pseudonym -> reference("Patient/" + pseudonym))
            .orElseGet(() -> object().put("display", "nicht bekannt"));
    return entity(who, coding(TYPES, "1"), "1");
  }

  /** The resource that was read. */
  static ObjectNode data(Asked asked) {
    return entity(reference(asked.type() + "/" + asked.resource()), coding(TYPES, "2"), "4");
  }

  /**
   * @param encoded the search in base64; without the values that were searched for, which are not
   *     recorded
   */
  static ObjectNode query(String encoded) {
    return object()
        .set("type", coding(TYPES, "2"))
        .set("role", coding(ROLES, "24"))
        .put("query", encoded);
  }

  static ObjectNode call(Asked asked) {
    return object()
        .set("what", Fhir.identified(String.valueOf(asked.requestId())))
        .set("type", coding(CALLS, "XrequestId"));
  }

  static ObjectNode consent(Asked asked) {
    ObjectNode what =
        asked.grant() == null ? Fhir.identified(NO_GRANT) : reference("Consent/" + asked.grant());
    return entity(what, coding(RESOURCE_TYPES, "Consent"), "4");
  }

  static ObjectNode token(String id) {
    return entity(Fhir.identified(AuditAgents.token(id)), coding(TOKENS, "UserOauthAgent"), "13");
  }

  private static ObjectNode entity(ObjectNode what, ObjectNode type, String role) {
    return object().set("what", what).set("type", type).set("role", coding(ROLES, role));
  }
}
