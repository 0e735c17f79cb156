package net.sociallook.gateway.metadata;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The CapabilityStatement: what each {@code /fhir/{institution}} answers, and nothing that is not
 * there.
 *
 * @see <a href="https://hl7.org/fhir/R4/capabilitystatement.html">FHIR R4, CapabilityStatement</a>
 */
final class Capabilities {
  private static final String OAUTH =
      "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
  private static final String SECURITY_SERVICE =
      "http://terminology.hl7.org/CodeSystem/restful-security-service";

  private Capabilities() {}

  static Map<String, Object> statement(URI base, URI issuer) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("resourceType", "CapabilityStatement");
    statement.put("url", base + "/metadata");
    statement.put("name", "SociallookGateway");
    statement.put("title", "SOCIALLOOK gateway");
    statement.put("status", "active");
    statement.put("date", "2026-11-21");
    statement.put("kind", "instance");
    statement.put("software", Map.of("name", "SOCIALLOOK gateway"));
    statement.put(
        "implementation",
        Map.of(
            "description",
            "Consent-based gateway; each institution's data are under [base]/{institution}",
            "url",
            base.toString()));
    statement.put("fhirVersion", "4.0.1");
    statement.put("format", List.of("application/fhir+json", "json"));
    statement.put("rest", List.of(rest(issuer)));
    return statement;
  }

  private static Map<String, Object> rest(URI issuer) {
    Map<String, Object> rest = new LinkedHashMap<>();
    rest.put("mode", "server");
    rest.put("security", security(issuer));
    rest.put("resource", List.of(documents(), binaries()));
    return rest;
  }

  private static Map<String, Object> security(URI issuer) {
    Map<String, Object> security = new LinkedHashMap<>();
    security.put(
        "extension",
        List.of(
            Map.of(
                "url",
                OAUTH,
                "extension",
                List.of(Map.of("url", "token", "valueUri", issuer + "/oauth2/token")))));
    security.put(
        "service",
        List.of(
            Map.of(
                "coding", List.of(Map.of("system", SECURITY_SERVICE, "code", "SMART-on-FHIR")))));
    security.put(
        "description",
        "TLS 1.3 with a client certificate (RFC 8705) and a consent token bound to it (RFC 9068,"
            + " RFC 9396)");
    return security;
  }

  private static Map<String, Object> documents() {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", "DocumentReference");
    resource.put("interaction", List.of(Map.of("code", "read"), Map.of("code", "search-type")));
    resource.put(
        "searchParam",
        List.of(
            parameter("patient", "reference"),
            parameter("status", "token"),
            parameter("type", "token"),
            parameter("category", "token"),
            parameter("date", "date"),
            parameter("_lastUpdated", "date")));
    return resource;
  }

  private static Map<String, Object> binaries() {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", "Binary");
    resource.put("interaction", List.of(Map.of("code", "read")));
    resource.put(
        "documentation", "Answered with the file itself, in its own media type, as an attachment.");
    return resource;
  }

  private static Map<String, Object> parameter(String name, String type) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("type", type);
    return parameter;
  }
}
