package net.sociallook.registry.ledger.view;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.coding;
import static net.sociallook.registry.fhir.Fhir.concept;
import static net.sociallook.registry.fhir.Fhir.object;
import static net.sociallook.registry.ledger.view.AuditAgents.DESTINATION;
import static net.sociallook.registry.ledger.view.AuditAgents.SOURCE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.sociallook.consent.Purpose;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of a view as FHIR R4 AuditEvent, by the profiles of IHE BALP: PatientRead and PatientQuery
 * for what was permitted, AuthZconsent for what was denied.
 *
 * @see <a href="https://profiles.ihe.net/ITI/BALP/">IHE Basic Audit Log Patterns</a>
 */
final class AuditEvents {
  private static final String PROFILES =
      "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
  private static final String TYPES = "http://terminology.hl7.org/CodeSystem/audit-event-type";
  private static final String INTERACTIONS = "http://hl7.org/fhir/restful-interaction";
  private static final String AUTHORIZATION =
      "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType";
  private static final String REASONS = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

  private final AuditAgents agents;

  AuditEvents(AuditAgents agents) {
    this.agents = agents;
  }

  ObjectNode event(Access access) {
    Asked asked = access.asked();
    if (access.desk().isPresent()) {
      return DeskEvents.event(access, access.desk().get(), agents);
    }
    if (!asked.permitted()) {
      return denial(access);
    }
    return "search".equals(asked.interaction()) ? query(access) : read(access);
  }

  private ObjectNode read(Access access) {
    Asked asked = access.asked();
    ObjectNode event = restful(access, "PatientRead", "R");
    participants(event, asked, DESTINATION, SOURCE);
    return event.set(
        "entity",
        array(AuditEntities.data(asked), AuditEntities.patient(access), AuditEntities.call(asked)));
  }

  private ObjectNode query(Access access) {
    Asked asked = access.asked();
    ObjectNode event = restful(access, "PatientQuery", "E");
    participants(event, asked, SOURCE, DESTINATION);
    String query = asked.type() + "?patient=" + asked.pseudonym().orElse("");
    String encoded = Base64.getEncoder().encodeToString(query.getBytes(StandardCharsets.UTF_8));
    return event.set(
        "entity",
        array(
            AuditEntities.query(encoded),
            AuditEntities.patient(access),
            AuditEntities.call(asked)));
  }

  private ObjectNode denial(Access access) {
    Asked asked = access.asked();
    ObjectNode event =
        event(access, "AuthZconsent", coding(AuditAgents.DICOM, "110113"))
            .set("subtype", array(coding(AUTHORIZATION, "AuthZ-Consent")))
            .put("action", "E")
            .put("outcome", "8")
            .put("outcomeDesc", ReasonText.german(asked.reason()));
    event.set(
        "agent",
        array(
            agents.client(asked, AuditAgents.APPLICATION),
            agents.person(asked).orElseGet(agents::nobody),
            agents.organization(asked),
            agents.authorizer(asked)));
    ArrayNode entities = array(AuditEntities.patient(access), AuditEntities.consent(asked));
    if (asked.token() != null) {
      entities.add(AuditEntities.token(asked.token()));
    }
    return event.set("entity", entities);
  }

  private static ObjectNode restful(Access access, String profile, String action) {
    String interaction = String.valueOf(access.asked().interaction());
    String code = interaction.equals("search") ? "search-type" : interaction;
    Outcome outcome = Outcome.of(access);
    ObjectNode event =
        event(access, profile, coding(TYPES, "rest"))
            .set("subtype", array(coding(INTERACTIONS, code)))
            .put("action", action)
            .put("outcome", outcome.code());
    return outcome.text().isEmpty() ? event : event.put("outcomeDesc", outcome.text());
  }

  private static ObjectNode event(Access access, String profile, ObjectNode type) {
    Asked asked = access.asked();
    ObjectNode event =
        object()
            .put("resourceType", "AuditEvent")
            .put("id", asked.id().toString())
            .set("meta", meta(profile))
            .set("type", type)
            .put("recorded", asked.at().toString());
    if (asked.purpose() != null) {
      event.set("purposeOfEvent", array(purpose(asked.purpose())));
    }
    return event.set("source", object().set("observer", AuditAgents.observer(asked)));
  }

  /** In words, if it is one that there is no code for: whoever asks may name anything. */
  private static ObjectNode purpose(String asked) {
    return Arrays.stream(Purpose.values()).anyMatch(known -> known.code().equals(asked))
        ? concept(REASONS, asked)
        : object().put("text", asked);
  }

  private static ObjectNode meta(String profile) {
    ObjectNode meta = object();
    meta.putArray("profile").add(PROFILES + profile);
    return meta;
  }

  private void participants(ObjectNode event, Asked asked, String client, String server) {
    ArrayNode all = array(agents.client(asked, client), agents.server(asked, server));
    agents.person(asked).ifPresent(all::add);
    all.add(agents.organization(asked));
    event.set("agent", all);
  }

  /** As it stands in a Bundle. */
  ObjectNode entry(Access access) {
    return object()
        .put("fullUrl", "urn:uuid:" + access.asked().id())
        .set("resource", event(access))
        .set("search", object().put("mode", "match"));
  }

  /** A page of them. */
  ObjectNode bundle(List<Access> shown, ArrayNode links) {
    ArrayNode entries = array();
    for (Access access : shown) {
      entries.add(entry(access));
    }
    ObjectNode bundle = object().put("resourceType", "Bundle").put("type", "searchset");
    // FHIR JSON has no empty arrays.
    if (!links.isEmpty()) {
      bundle.set("link", links);
    }
    return entries.isEmpty() ? bundle : bundle.set("entry", entries);
  }

  /**
   * @param code of FHIR audit-event-outcome
   */
  private record Outcome(String code, String text) {
    static Outcome of(Access access) {
      return switch (access.status()) {
        case COMPLETED -> completed(access);
        case RUNNING -> new Outcome("4", "Läuft noch.");
        case REFUSED_UPSTREAM -> new Outcome("4", "Die Stelle hat die Anfrage nicht angenommen.");
        case ABORTED -> new Outcome("4", "Die Übertragung brach ab.");
        case WITHDRAWN -> new Outcome("4", "Abgebrochen, weil die Erlaubnis zurückgenommen wurde.");
        case UNKNOWN -> new Outcome("4", "Nicht bekannt, was daraus wurde.");
        case FAILED -> new Outcome("8", "Fehlgeschlagen.");
        case DENIED -> new Outcome("8", "Abgelehnt.");
      };
    }

    private static Outcome completed(Access access) {
      Integer status = access.came().map(Came::httpStatus).orElse(null);
      return status != null && status < 400
          ? new Outcome("0", "")
          : new Outcome("4", "Nichts herausgegeben.");
    }
  }
}
