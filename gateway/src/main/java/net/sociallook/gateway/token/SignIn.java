package net.sociallook.gateway.token;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/**
 * What the client signed to sign in: the document of {@code docs/protocol.md} section 4.
 *
 * @param session the one session that it opens
 */
record SignIn(UUID session, Instant issued, Instant expires) {
  private static final String TYPE = "https://sociallook.net/own-access/v1";
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int NONCE_BYTES = 32;

  /**
   * @throws IllegalArgumentException if it is not a sign-in's document, or good for too long
   */
  static SignIn read(byte[] bytes) {
    Members all = StrictJson.object("document", bytes);
    boolean signIn = all.text("type").equals(TYPE);
    SignIn read =
        new SignIn(
            Forms.uuid(all.text("session")),
            Forms.instant(all.text("issued")),
            Forms.instant(all.text("expires")));
    boolean nonce = Base64Url.decode(all.text("nonce")).length == NONCE_BYTES;
    all.end();
    Duration span = Duration.between(read.issued, read.expires);
    if (!signIn || !nonce || !span.isPositive() || span.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("document: another (expected: a sign-in of 30 minutes)");
    }
    return read;
  }

  /** Whether a token lives in this session, and not outside its time. */
  boolean carries(OwnClaims claims) {
    Envelope.Life life = claims.envelope().life();
    return session.equals(claims.session())
        && !life.issuedAt().isBefore(issued)
        && !life.expiresAt().isAfter(expires);
  }
}
