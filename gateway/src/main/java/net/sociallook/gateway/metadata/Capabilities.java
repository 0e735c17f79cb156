package net.sociallook.gateway.metadata;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.ResourceType;
import net.sociallook.gateway.request.SearchTable;

/**
 * The CapabilityStatement: what each {@code /fhir/{institution}} answers, and nothing that is not
 * there.
 *
 * @see <a href="https://hl7.org/fhir/R4/capabilitystatement.html">FHIR R4, CapabilityStatement</a>
 */
final class Capabilities {
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
    rest.put("resource", resources());
    return rest;
  }

  private static Map<String, Object> security(URI issuer) {
    Map<String, Object> security = new LinkedHashMap<>();
    security.put(
        "service",
        List.of(
            Map.of(
                "coding", List.of(Map.of("system", SECURITY_SERVICE, "code", "SMART-on-FHIR")))));
    security.put(
        "description",
        "TLS 1.3 with a client certificate (RFC 8705) and a consent token bound to it (RFC 9068,"
            + " RFC 9396), from "
            + issuer
            + "/oauth2/token; see /.well-known/smart-configuration");
    return security;
  }

  private static List<Map<String, Object>> resources() {
    return Served.types()
        .map(type -> type == ResourceType.BINARY ? binaries() : resource(type))
        .toList();
  }

  private static Map<String, Object> resource(ResourceType type) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", type.code());
    resource.put("interaction", interactions(type));
    if (Served.interactions(type).contains(Interaction.SEARCH)) {
      resource.put("searchParam", parameters(type));
    }
    return resource;
  }

  private static List<Map<String, String>> interactions(ResourceType type) {
    return Served.interactions(type).stream()
        .map(interaction -> Map.of("code", code(interaction)))
        .toList();
  }

  private static String code(Interaction interaction) {
    return switch (interaction) {
      case READ -> "read";
      case SEARCH -> "search-type";
      case CREATE -> "create";
      case UPDATE -> "update";
      case DELETE -> "delete";
    };
  }

  private static List<Map<String, Object>> parameters(ResourceType type) {
    Stream<Map<String, Object>> client =
        type.hasClient() ? Stream.of(parameter("patient", "reference")) : Stream.of();
    Stream<Map<String, Object>> own =
        SearchTable.parameters(type).stream()
            .map(one -> parameter(one.name(), one.form().fhirType()));
    return Stream.concat(client, own).toList();
  }

  private static Map<String, Object> binaries() {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", "Binary");
    resource.put("interaction", interactions(ResourceType.BINARY));
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
