package net.sociallook.registry.token.endpoint;

import java.security.cert.X509Certificate;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Accepts a client whose certificate names an institution of the directory. That the certificate is
 * trusted and its key held is known from the handshake.
 */
final class InstitutionClient implements AuthenticationManager {
  private final Directory directory;

  InstitutionClient(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    OAuth2ClientAuthenticationToken client = (OAuth2ClientAuthenticationToken) request;
    InstitutionId id = new InstitutionId(client.getName());
    if (directory.institution(id).isEmpty()) {
      throw OAuthErrors.of(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    return new OAuth2ClientAuthenticationToken(
        registered(id), ClientAuthenticationMethod.TLS_CLIENT_AUTH, client.getCredentials());
  }

  private static RegisteredClient registered(InstitutionId id) {
    return RegisteredClient.withId(id.value())
        .clientId(id.value())
        .clientAuthenticationMethod(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .build();
  }

  /** The institution that a request was authenticated as, unless it left in the meantime. */
  Institution institution(OAuth2ClientAuthenticationToken authenticated) {
    return directory
        .institution(new InstitutionId(authenticated.getName()))
        .orElseThrow(() -> OAuthErrors.of(OAuth2ErrorCodes.INVALID_CLIENT));
  }

  /** The certificate that a request was authenticated with. */
  static X509Certificate certificate(OAuth2ClientAuthenticationToken authenticated) {
    if (authenticated.getCredentials() instanceof X509Certificate certificate) {
      return certificate;
    }
    throw new IllegalStateException("credentials: none (expected: the certificate)");
  }
}
