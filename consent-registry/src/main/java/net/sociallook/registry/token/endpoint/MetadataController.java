package net.sociallook.registry.token.endpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import net.sociallook.registry.token.AccessDetails;
import net.sociallook.registry.token.TokenProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the authorization server can do. The filter of Spring Security is not used: it announces
 * client secrets, authorization codes and RSA signatures, none of which exist here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-2">RFC 8414 §2</a>
 */
@RestController
class MetadataController {
  private final Metadata metadata;

  MetadataController(TokenProperties properties) {
    this.metadata = Metadata.of(properties.issuer());
  }

  @GetMapping(path = "/.well-known/oauth-authorization-server", produces = "application/json")
  Metadata metadata() {
    return metadata;
  }

  /**
   * @param responseTypes none: there is no authorization endpoint; RFC 8414 wants the member
   */
  record Metadata(
      @JsonProperty("issuer") String issuer,
      @JsonProperty("token_endpoint") String tokenEndpoint,
      @JsonProperty("token_endpoint_auth_methods_supported") List<String> tokenAuthentication,
      @JsonProperty("introspection_endpoint") String introspectionEndpoint,
      @JsonProperty("introspection_endpoint_auth_methods_supported")
          List<String> introspectionAuthentication,
      @JsonProperty("introspection_signing_alg_values_supported") List<String> introspectionSigning,
      @JsonProperty("revocation_endpoint") String revocationEndpoint,
      @JsonProperty("revocation_endpoint_auth_methods_supported")
          List<String> revocationAuthentication,
      @JsonProperty("jwks_uri") String jwksUri,
      @JsonProperty("grant_types_supported") List<String> grantTypes,
      @JsonProperty("response_types_supported") List<String> responseTypes,
      @JsonProperty("authorization_details_types_supported") List<String> detailTypes,
      @JsonProperty("tls_client_certificate_bound_access_tokens") boolean certificateBound) {

    private static final List<String> TLS = List.of("tls_client_auth");

    static Metadata of(String issuer) {
      return new Metadata(
          issuer,
          issuer + "/oauth2/token",
          TLS,
          issuer + "/oauth2/introspect",
          TLS,
          List.of("ES256"),
          issuer + "/oauth2/revoke",
          TLS,
          issuer + "/oauth2/jwks",
          List.of("client_credentials"),
          List.of(),
          List.of(AccessDetails.TYPE),
          true);
    }
  }
}
