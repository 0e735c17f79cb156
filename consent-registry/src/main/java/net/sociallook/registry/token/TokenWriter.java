package net.sociallook.registry.token;

import java.time.Instant;
import java.util.Optional;
import net.sociallook.registry.token.ConsentToken.Bearer;
import net.sociallook.registry.token.ConsentToken.Granted;

/** Composes a token, signs it, and says what it is good for. */
final class TokenWriter {
  private final TokenComposer composer;
  private final TokenSigner signer;
  private final TokenProperties properties;

  TokenWriter(TokenComposer composer, TokenSigner signer, TokenProperties properties) {
    this.composer = composer;
    this.signer = signer;
    this.properties = properties;
  }

  /** Empty when what is granted ends before a token could begin. */
  Optional<TokenAnswer.Issued> write(
      Bearer bearer, Granted granted, TokenComposer.Hidden hidden, Instant now) {
    return composer.compose(bearer, granted, hidden, now).map(this::sign);
  }

  private TokenAnswer.Issued sign(ConsentToken token) {
    return new TokenAnswer.Issued(
        signer.sign(TokenClaims.of(token, properties.issuer(), properties.audience())),
        token.life(),
        TokenClaims.scopes(token),
        AuthorizationDetails.inResponse(token, properties.audience()));
  }
}
