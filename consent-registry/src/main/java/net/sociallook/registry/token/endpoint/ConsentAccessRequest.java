package net.sociallook.registry.token.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import net.sociallook.registry.token.AccessDetails;
import net.sociallook.registry.token.AccessDetailsReader;
import net.sociallook.registry.token.MalformedDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A token request by client credentials whose authorization details say what it is for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9396#section-5">RFC 9396 §5</a>
 */
final class ConsentAccessRequest extends OAuth2AuthorizationGrantAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient AccessDetails details;

  private ConsentAccessRequest(Authentication client, AccessDetails details) {
    super(AuthorizationGrantType.CLIENT_CREDENTIALS, client, Map.of());
    this.details = details;
  }

  AccessDetails details() {
    return details;
  }

  /** Reads the request of a client that is already known. */
  static final class Converter implements AuthenticationConverter {

    /** Null for another grant type, which the endpoint then refuses as unsupported. */
    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
      String grantType = request.getParameter("grant_type");
      if (!AuthorizationGrantType.CLIENT_CREDENTIALS.getValue().equals(grantType)) {
        return null;
      }
      if (request.getParameter("scope") != null) {
        throw OAuthErrors.of(
            OAuth2ErrorCodes.INVALID_SCOPE, "scope (expected: none, but authorization_details)");
      }
      String details = request.getParameter("authorization_details");
      if (details == null) {
        throw OAuthErrors.of(
            OAuth2ErrorCodes.INVALID_REQUEST, "authorization_details (expected: once)");
      }
      return new ConsentAccessRequest(client(), read(details));
    }

    private static Authentication client() {
      return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }

    private static AccessDetails read(String details) {
      try {
        return AccessDetailsReader.read(details);
      } catch (MalformedDetails malformed) {
        throw OAuthErrors.of(OAuthErrors.INVALID_AUTHORIZATION_DETAILS, malformed.description());
      }
    }
  }
}
