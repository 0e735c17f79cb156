package net.sociallook.registry.ledger.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The rules of IHE BALP for the three profiles that we write, written down a second time and by
 * hand, so that what writes AuditEvents does not check itself.
 *
 * @see <a href="https://profiles.ihe.net/ITI/BALP/">IHE Basic Audit Log Patterns</a>
 */
final class AuditRules {
  private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String PROFILES =
      "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

  private final JsonNode event;
  private final List<String> broken = new ArrayList<>();

  private AuditRules(JsonNode event) {
    this.event = event;
  }

  /** The rules that this AuditEvent breaks; empty when it is right. */
  static List<String> brokenBy(JsonNode event) {
    AuditRules rules = new AuditRules(event);
    rules.always();
    switch (rules.profile()) {
      case "PatientRead" -> rules.read();
      case "PatientQuery" -> rules.query();
      case "AuthZconsent" -> rules.authorization();
      default -> rules.rule("profile", false);
    }
    return rules.broken;
  }

  private String profile() {
    return event.at("/meta/profile/0").asString().replace(PROFILES, "");
  }

  private void always() {
    rule("recorded", !event.path("recorded").asString().isEmpty());
    rule("outcome", Set.of("0", "4", "8", "12").contains(event.path("outcome").asString()));
    rule("failure is described", is("outcome", "0") || event.has("outcomeDesc"));
    rule("one subtype", event.path("subtype").size() == 1);
    rule("one requestor at most", agents("requestor", true) <= 1);
    rule(
        "observer is an agent",
        event
            .path("agent")
            .valueStream()
            .anyMatch(agent ->
                agent.at("/who/reference").equals(event.at("/source/observer/reference"))));
    rule("patient", entities(TERMINOLOGY + "audit-entity-type", "1") == 1);
  }

  private void read() {
    restful("read", "R");
    rule("client", party(DICOM, "110152") && networked("110152"));
    rule("server", party(DICOM, "110153") && networked("110153"));
    rule(
        "data",
        event
            .path("entity")
            .valueStream()
            .anyMatch(entity ->
                coded(entity.path("type"), TERMINOLOGY + "audit-entity-type", "2")
                    && coded(entity.path("role"), TERMINOLOGY + "object-role", "4")
                    && entity.at("/what").has("reference")));
  }

  private void query() {
    restful("search-type", "E");
    rule("client", party(DICOM, "110153") && networked("110153"));
    rule("server", party(DICOM, "110152") && networked("110152"));
    rule(
        "query",
        event
            .path("entity")
            .valueStream()
            .anyMatch(entity ->
                coded(entity.path("role"), TERMINOLOGY + "object-role", "24")
                    && !entity.path("query").asString().isEmpty()));
  }

  private void restful(String interaction, String action) {
    rule("type", coded(event.path("type"), TERMINOLOGY + "audit-event-type", "rest"));
    rule(
        "subtype",
        coded(event.at("/subtype/0"), "http://hl7.org/fhir/restful-interaction", interaction));
    rule("action", is("action", action));
    rule(
        "transaction",
        entities("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId")
            == 1);
  }

  private void authorization() {
    rule("type", coded(event.path("type"), DICOM, "110113"));
    rule(
        "subtype",
        coded(
            event.at("/subtype/0"),
            "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType",
            "AuthZ-Consent"));
    rule("action", is("action", "E"));
    rule("outcome 0 or 8", is("outcome", "0") || is("outcome", "8"));
    rule("client", party(DICOM, "110150") && networked("110150"));
    rule("user", party(TERMINOLOGY + "v3-ParticipationType", "IRCP"));
    rule("user is the requestor", agents("requestor", true) == 1);
    rule("organization", party(TERMINOLOGY + "v3-RoleClass", "PROV"));
    rule("authorizer", party(TERMINOLOGY + "extra-security-role-type", "authserver"));
    long consents = entities("http://hl7.org/fhir/resource-types", "Consent");
    long tokens =
        entities("https://profiles.ihe.net/ITI/BALP/CodeSystem/UserAgentTypes", "UserOauthAgent");
    rule("consent", consents >= 1);
    rule("token", tokens <= 1);
    rule("closed", event.path("entity").size() == 1 + consents + tokens);
  }

  private boolean party(String system, String code) {
    return event
        .path("agent")
        .valueStream()
        .anyMatch(agent ->
            coded(agent.at("/type/coding/0"), system, code) && !agent.path("who").isEmpty());
  }

  private boolean networked(String code) {
    return event
        .path("agent")
        .valueStream()
        .filter(agent -> coded(agent.at("/type/coding/0"), DICOM, code))
        .allMatch(agent -> !agent.at("/network/address").asString().isEmpty());
  }

  private long entities(String system, String code) {
    return event
        .path("entity")
        .valueStream()
        .filter(entity -> coded(entity.path("type"), system, code))
        .count();
  }

  private long agents(String member, boolean value) {
    return event
        .path("agent")
        .valueStream()
        .filter(agent -> agent.path(member).asBoolean() == value)
        .count();
  }

  private boolean is(String member, String value) {
    return event.path(member).asString().equals(value);
  }

  private static boolean coded(JsonNode coding, String system, String code) {
    return coding.path("system").asString().equals(system)
        && coding.path("code").asString().equals(code);
  }

  private void rule(String name, boolean kept) {
    if (!kept) {
      broken.add(name);
    }
  }
}
