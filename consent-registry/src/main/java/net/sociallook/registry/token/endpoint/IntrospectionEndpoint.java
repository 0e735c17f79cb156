package net.sociallook.registry.token.endpoint;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.sociallook.registry.token.TokenStanding;
import net.sociallook.registry.token.TokenVerifier;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;

/**
 * Tells an institution whether a token of its own still counts. Everything else is inactive,
 * without a difference.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-2.2">RFC 7662 §2.2</a>
 */
final class IntrospectionEndpoint implements AuthenticationManager {
  private final TokenVerifier verifier;
  private final TokenStanding standing;

  IntrospectionEndpoint(TokenVerifier verifier, TokenStanding standing) {
    this.verifier = verifier;
    this.standing = standing;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    OAuth2TokenIntrospectionAuthenticationToken asked =
        (OAuth2TokenIntrospectionAuthenticationToken) request;
    Authentication client = (Authentication) Objects.requireNonNull(asked.getPrincipal());
    Optional<JWTClaimsSet> live =
        verifier
            .verify(asked.getToken())
            .filter(claims -> client.getName().equals(claims.getClaim("client_id")))
            .filter(standing::isLive);
    return new OAuth2TokenIntrospectionAuthenticationToken(
        asked.getToken(),
        client,
        live.map(IntrospectionEndpoint::active)
            .orElseGet(() -> OAuth2TokenIntrospection.builder(false).build()));
  }

  /** All claims but the sealed one, which is nothing to those who may ask here. */
  private static OAuth2TokenIntrospection active(JWTClaimsSet claims) {
    return OAuth2TokenIntrospection.builder(true)
        .claims(all -> {
          claims.getClaims().forEach((name, value) -> put(all, name, value));
          all.put("aud", claims.getAudience());
          all.put("iat", claims.getIssueTime().toInstant());
          all.put("nbf", claims.getNotBeforeTime().toInstant());
          all.put("exp", claims.getExpirationTime().toInstant());
          all.put("scope", List.of(String.valueOf(claims.getClaim("scope")).split(" ")));
          all.put("token_type", "Bearer");
        })
        .build();
  }

  private static void put(Map<String, Object> all, String name, Object value) {
    if (!name.equals("routing")) {
      all.put(name, value);
    }
  }
}
