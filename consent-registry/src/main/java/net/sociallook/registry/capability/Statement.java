package net.sociallook.registry.capability;

import static net.sociallook.registry.fhir.Fhir.array;
import static net.sociallook.registry.fhir.Fhir.concept;
import static net.sociallook.registry.fhir.Fhir.object;

import java.util.Comparator;
import java.util.List;
import net.sociallook.registry.fhir.Served;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The CapabilityStatement of the registry.
 *
 * @param issuer https address of the institutions' port
 * @see <a href="https://hl7.org/fhir/R4/capabilitystatement.html">FHIR R4, CapabilityStatement</a>
 */
record Statement(String issuer) {
  private static final String SECURITY =
      "http://terminology.hl7.org/CodeSystem/restful-security-service";

  ObjectNode of(List<Served> served) {
    ArrayNode resources = array();
    served.stream()
        .flatMap(one -> one.types().stream())
        .sorted(Comparator.comparing(Served.Type::name))
        .forEach(type -> resources.add(resource(type)));
    return object()
        .put("resourceType", "CapabilityStatement")
        .put("url", issuer + "/fhir/metadata")
        .put("name", "SociallookConsentRegistry")
        .put("title", "SOCIALLOOK consent registry")
        .put("status", "active")
        .put("date", "2026-11-22")
        .put("kind", "instance")
        .set("software", object().put("name", "SOCIALLOOK consent registry"))
        .set(
            "implementation",
            object()
                .put("description", "Grants given to the caller, and the institutions' directory")
                .put("url", issuer + "/fhir"))
        .put("fhirVersion", "4.0.1")
        .set("format", array().add("application/fhir+json"))
        .set(
            "rest",
            array(
                object()
                    .put("mode", "server")
                    .set("security", security())
                    .set("resource", resources)));
  }

  private static ObjectNode security() {
    return object()
        .set("service", array(concept(SECURITY, "Certificates")))
        .put("description", "TLS 1.3 with the client certificate of an institution (RFC 8705)");
  }

  private static ObjectNode resource(Served.Type type) {
    ArrayNode parameters = array();
    type.parameters()
        .forEach(one -> parameters.add(object().put("name", one.name()).put("type", one.type())));
    return object()
        .put("type", type.name())
        .set(
            "interaction", array(object().put("code", "read"), object().put("code", "search-type")))
        .put("versioning", "no-version")
        .set("searchParam", parameters);
  }
}
