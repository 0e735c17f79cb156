package net.sociallook.gateway.metadata;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.ResourceType;

/**
 * Where tokens come from.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html">SMART App Launch,
 *     Conformance</a>
 */
final class SmartConfiguration {
  private SmartConfiguration() {}

  static Map<String, Object> document(URI issuer) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer.toString());
    document.put("jwks_uri", issuer + "/oauth2/jwks");
    document.put("token_endpoint", issuer + "/oauth2/token");
    document.put("token_endpoint_auth_methods_supported", List.of("tls_client_auth"));
    document.put("grant_types_supported", List.of("client_credentials"));
    document.put("introspection_endpoint", issuer + "/oauth2/introspect");
    document.put("revocation_endpoint", issuer + "/oauth2/revoke");
    document.put("scopes_supported", Served.types().map(SmartConfiguration::scope).toList());
    document.put("capabilities", List.of("permission-v2"));
    document.put("code_challenge_methods_supported", List.of("S256"));
    document.put(
        "authorization_details_types_supported",
        List.of("https://sociallook.net/rar/consent-access/v1"));
    document.put("tls_client_certificate_bound_access_tokens", true);
    return document;
  }

  /** What is served of a type, as a scope of version 2: letters in the order {@code cruds}. */
  private static String scope(ResourceType type) {
    return Served.interactions(type).stream()
        .map(SmartConfiguration::letter)
        .sorted(Comparator.comparing("cruds"::indexOf))
        .collect(Collectors.joining("", "system/" + type.code() + ".", ""));
  }

  private static String letter(Interaction interaction) {
    return switch (interaction) {
      case READ -> "r";
      case SEARCH -> "s";
      case CREATE -> "c";
      case UPDATE -> "u";
      case DELETE -> "d";
    };
  }
}
