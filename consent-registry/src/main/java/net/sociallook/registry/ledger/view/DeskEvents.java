package net.sociallook.registry.ledger.view;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.coding;
import static net.sociallook.registry.fhir.Fhir.object;

import net.sociallook.registry.fhir.Fhir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was done at a desk as FHIR R4 AuditEvent. No profile of IHE BALP is about it; type and
 * agents follow theirs.
 */
final class DeskEvents {
  private static final String ACTS = "https://sociallook.net/fhir/CodeSystem/desk-act";

  /** DICOM: a patient's record was made or changed. */
  private static final String PATIENT_RECORD = "110110";

  private DeskEvents() {}

  static ObjectNode event(Access access, AtDesk desk, AuditAgents agents) {
    Asked asked = access.asked();
    ArrayNode present = array(agents.author(asked));
    agents.witness(asked, desk).ifPresent(present::add);
    present.add(agents.organization(asked));
    present.add(agents.authorizer(asked));
    ArrayNode entities = array(details(AuditEntities.patient(asked), asked, desk));
    if (asked.grant() != null) {
      entities.add(AuditEntities.consent(asked));
    }
    return object()
        .put("resourceType", "AuditEvent")
        .put("id", asked.id().toString())
        .set("type", coding(AuditAgents.DICOM, PATIENT_RECORD))
        .set("subtype", array(coding(ACTS, desk.act())))
        .put("action", desk.isNew() ? "C" : "U")
        .put("recorded", asked.at().toString())
        .put("outcome", "0")
        .set("agent", present)
        .set("source", object().set("observer", AuditAgents.observer(asked)))
        .set("entity", entities);
  }

  private static ObjectNode details(ObjectNode entity, Asked asked, AtDesk desk) {
    ArrayNode details = Fhir.array();
    AuditEntities.add(details, "proof", desk.proof());
    AuditEntities.add(details, "level", desk.level());
    AuditEntities.add(details, "signedOn", desk.signedOn());
    AuditEntities.add(details, "recipient", desk.recipient());
    asked.permissions().forEach(permission -> AuditEntities.add(details, "permission", permission));
    desk.narrowing()
        .forEach((name, value) -> AuditEntities.add(details, "narrowing." + name, value));
    return entity.set("detail", details);
  }
}
