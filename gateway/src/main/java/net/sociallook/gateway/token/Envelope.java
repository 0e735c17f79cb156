package net.sociallook.gateway.token;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.gateway.json.Members;

/**
 * The claims that every kind of token has: who made it for whom, and when it is good.
 *
 * @param bearer whom it was made for: an institution, or the client page
 * @param thumbprint base64url SHA-256 of the certificate the token is bound to
 */
public record Envelope(
    URI issuer, URI audience, Life life, UUID jti, InstitutionId bearer, String thumbprint) {

  /** When it is good; {@code expiresAt} is excluded. */
  public record Life(Instant issuedAt, Instant notBefore, Instant expiresAt) {}

  /**
   * Takes these claims out of all.
   *
   * @throws IllegalArgumentException if one is missing, or of another form
   */
  static Envelope read(Members all) {
    String sub = Forms.institution(all.text("sub"));
    if (!all.text("client_id").equals(sub)) {
      throw new IllegalArgumentException("client_id: disagrees (expected: as sub)");
    }
    Members cnf = all.object("cnf");
    String thumbprint = cnf.text("x5t#S256");
    cnf.end();
    return new Envelope(
        URI.create(all.text("iss")),
        URI.create(all.text("aud")),
        new Life(
            Instant.ofEpochSecond(all.integer("iat")),
            Instant.ofEpochSecond(all.integer("nbf")),
            Instant.ofEpochSecond(all.integer("exp"))),
        Forms.uuid(all.text("jti")),
        new InstitutionId(sub),
        thumbprint);
  }
}
