package net.sociallook.registry.token.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.stream.Stream;
import net.sociallook.registry.web.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads the client of an OAuth request off its TLS certificate; {@code client_id} may repeat it.
 * The converter of Spring Security takes a certificate that comes without its issuer for a
 * self-signed one, so it is not used.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-2.1">RFC 8705 §2.1</a>
 */
final class CertificateConverter implements AuthenticationConverter {

  @Override
  public Authentication convert(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || Stream.of("client_secret", "client_assertion", "client_assertion_type")
            .anyMatch(parameter -> request.getParameter(parameter) != null)) {
      throw OAuthErrors.of(
          OAuth2ErrorCodes.INVALID_REQUEST, "client authentication (expected: TLS alone)");
    }
    X509Certificate certificate =
        Caller.certificate(request)
            .orElseThrow(() -> OAuthErrors.of(OAuth2ErrorCodes.INVALID_CLIENT));
    String institution = institution(request);
    String clientId = request.getParameter("client_id");
    if (clientId != null && !clientId.equals(institution)) {
      throw OAuthErrors.of(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    return new OAuth2ClientAuthenticationToken(
        institution, ClientAuthenticationMethod.TLS_CLIENT_AUTH, certificate, Map.of());
  }

  private static String institution(HttpServletRequest request) {
    return Caller.of(request)
        .filter(Caller.Institution.class::isInstance)
        .map(Caller.Institution.class::cast)
        .map(caller -> caller.id().value())
        .orElseThrow(() -> OAuthErrors.of(OAuth2ErrorCodes.INVALID_CLIENT));
  }
}
