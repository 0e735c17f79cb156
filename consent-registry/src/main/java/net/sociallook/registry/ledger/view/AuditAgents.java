package net.sociallook.registry.ledger.view;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.concept;
import static net.sociallook.registry.fhir.Fhir.object;
import static net.sociallook.registry.fhir.Fhir.reference;

import java.util.Optional;
import net.sociallook.registry.fhir.Fhir;
import tools.jackson.databind.node.ObjectNode;

/** Who took part in an event. */
final class AuditAgents {
  static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  static final String APPLICATION = "110150";
  static final String DESTINATION = "110152";
  static final String SOURCE = "110153";
  private static final String PARTICIPATION =
      "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
  private static final String ROLE_CLASS = "http://terminology.hl7.org/CodeSystem/v3-RoleClass";
  private static final String SECURITY_ROLE =
      "http://terminology.hl7.org/CodeSystem/extra-security-role-type";
  private static final String ROLE = "https://sociallook.net/fhir/CodeSystem/role";
  private static final String CLIENTS = "https://sociallook.net/clients";

  /** FHIR network-type: a machine name. */
  private static final String MACHINE_NAME = "1";

  private final Names names;

  AuditAgents(Names names) {
    this.names = names;
  }

  /** The system of the institution that asks. */
  ObjectNode client(Asked asked, String type) {
    return object()
        .set("type", concept(DICOM, type))
        .set("who", Fhir.identified(CLIENTS, asked.recipient()))
        .put("requestor", false)
        .set("network", network(asked.recipient()));
  }

  /** The node of the gateway, or the registry, that answers. */
  ObjectNode server(Asked asked, String type) {
    return object()
        .set("type", concept(DICOM, type))
        .set("who", observer(asked))
        .put("requestor", false)
        .set("network", network(device(asked)));
  }

  /** The person who asks, who can be the client; empty where nobody was named. */
  Optional<ObjectNode> person(Asked asked) {
    return asked.isOwn()
        ? Optional.of(herself(asked))
        : Optional.ofNullable(asked.caseworker()).map(id -> person(asked, id));
  }

  private static ObjectNode herself(Asked asked) {
    ObjectNode who =
        asked
            .pseudonym()
            .map(pseudonym -> reference("Patient/" + pseudonym))
            .orElseGet(() -> object().put("display", "nicht bekannt"));
    return object()
        .set("type", concept(PARTICIPATION, "IRCP"))
        .set("who", who)
        .put("requestor", true);
  }

  /** Who did something herself. */
  ObjectNode author(Asked asked) {
    return person(asked).orElseGet(this::nobody).set("type", concept(PARTICIPATION, "AUT"));
  }

  /** Who was there beside her. */
  Optional<ObjectNode> witness(Asked asked, AtDesk desk) {
    return Optional.ofNullable(desk.witness())
        .map(id -> person(asked, id).put("requestor", false))
        .map(agent -> agent.set("type", concept(PARTICIPATION, "WIT")));
  }

  /** In place of a person where nobody was named. */
  ObjectNode nobody() {
    return object()
        .set("type", concept(PARTICIPATION, "IRCP"))
        .set("who", object().put("display", "nicht genannt"))
        .put("requestor", true);
  }

  private ObjectNode person(Asked asked, String id) {
    Names.Person person = names.person(asked.recipient(), id);
    ObjectNode who =
        reference("PractitionerRole/" + id)
            .put("display", person.role() == null ? id : person.name() + ", " + person.role());
    ObjectNode agent =
        object().set("type", concept(PARTICIPATION, "IRCP")).set("who", who).put("requestor", true);
    if (person.roleCode() != null) {
      agent.set("role", array(concept(ROLE, person.roleCode())));
    }
    if (asked.token() != null) {
      agent.putArray("policy").add(token(asked.token()));
    }
    return agent;
  }

  /** The institution that asks; in words alone where it is none, but the client herself. */
  ObjectNode organization(Asked asked) {
    ObjectNode who =
        (asked.isOwn() ? object() : reference("Organization/" + asked.recipient()))
            .put("display", names.institution(asked.recipient()).name());
    return object()
        .set("type", concept(ROLE_CLASS, "PROV"))
        .set("who", who)
        .put("requestor", false);
  }

  /** Who decided. */
  ObjectNode authorizer(Asked asked) {
    return object()
        .set("type", concept(SECURITY_ROLE, "authserver"))
        .set("who", observer(asked))
        .put("requestor", false);
  }

  static ObjectNode observer(Asked asked) {
    return reference("Device/" + device(asked));
  }

  static String token(String id) {
    return "urn:ietf:params:oauth:jti:" + id;
  }

  private static String device(Asked asked) {
    return asked.node() == null ? "consent-registry" : asked.node();
  }

  private static ObjectNode network(String name) {
    return object().put("address", name).put("type", MACHINE_NAME);
  }
}
