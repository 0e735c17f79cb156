package net.sociallook.registry.token.endpoint;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Objects;
import java.util.Optional;
import net.sociallook.registry.token.TokenRevoker;
import net.sociallook.registry.token.TokenVerifier;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;

/**
 * Lets an institution end a token of its own. What is no token is answered as if it had been ended.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009#section-2.2">RFC 7009 §2.2</a>
 */
final class RevocationEndpoint implements AuthenticationManager {
  private final TokenVerifier verifier;
  private final TokenRevoker revoker;

  RevocationEndpoint(TokenVerifier verifier, TokenRevoker revoker) {
    this.verifier = verifier;
    this.revoker = revoker;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    OAuth2TokenRevocationAuthenticationToken asked =
        (OAuth2TokenRevocationAuthenticationToken) request;
    Authentication client = (Authentication) Objects.requireNonNull(asked.getPrincipal());
    Optional<JWTClaimsSet> claims = verifier.verify(asked.getToken());
    if (claims.isEmpty()) {
      return asked;
    }
    if (!client.getName().equals(claims.get().getClaim("client_id"))) {
      throw OAuthErrors.of(
          OAuth2ErrorCodes.INVALID_GRANT, "token (expected: issued to this institution)");
    }
    return switch (revoker.revoke(claims.get())) {
      case DEAD -> asked;
      case UNKNOWN -> throw OAuthErrors.of(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
    };
  }
}
