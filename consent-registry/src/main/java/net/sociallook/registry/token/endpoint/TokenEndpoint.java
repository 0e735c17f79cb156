package net.sociallook.registry.token.endpoint;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import net.sociallook.registry.token.Confirmation;
import net.sociallook.registry.token.TokenAnswer;
import net.sociallook.registry.token.TokenIssuer;
import net.sociallook.registry.token.TokenRequest;
import net.sociallook.registry.token.TokenSigner;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Has a token request answered, and says the answer in the terms of OAuth. */
final class TokenEndpoint implements AuthenticationManager {
  private final TokenIssuer issuer;
  private final InstitutionClient clients;

  TokenEndpoint(TokenIssuer issuer, InstitutionClient clients) {
    this.issuer = issuer;
    this.clients = clients;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    ConsentAccessRequest asked = (ConsentAccessRequest) request;
    OAuth2ClientAuthenticationToken client =
        (OAuth2ClientAuthenticationToken) Objects.requireNonNull(asked.getPrincipal());
    TokenAnswer answer =
        issuer.answer(
            new TokenRequest(
                clients.institution(client),
                Confirmation.Certificate.of(InstitutionClient.certificate(client)),
                asked.details()));
    return switch (answer) {
      case TokenAnswer.Issued issued -> response(client, issued);
      case TokenAnswer.Nothing nothing ->
          throw OAuthErrors.of(OAuthErrors.INVALID_AUTHORIZATION_DETAILS);
      case TokenAnswer.UnknownRequester unknown ->
          throw OAuthErrors.of(
              OAuth2ErrorCodes.INVALID_REQUEST, "requester (expected: one of your caseworkers)");
      case TokenAnswer.TooLong(int bytes) ->
          throw OAuthErrors.of(
              OAuth2ErrorCodes.INVALID_REQUEST,
              "token: %d bytes (expected: at most %d; name fewer actions)"
                  .formatted(bytes, TokenSigner.MOST_BYTES));
    };
  }

  private static Authentication response(
      OAuth2ClientAuthenticationToken client, TokenAnswer.Issued issued) {
    OAuth2AccessToken token =
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER,
            issued.value(),
            issued.issuedAt(),
            issued.expiresAt(),
            new LinkedHashSet<>(issued.scopes()));
    return new OAuth2AccessTokenAuthenticationToken(
        Objects.requireNonNull(client.getRegisteredClient()),
        client,
        token,
        null,
        Map.of("authorization_details", issued.authorizationDetails()));
  }
}
