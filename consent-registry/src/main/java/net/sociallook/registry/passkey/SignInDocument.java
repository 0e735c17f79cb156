package net.sociallook.registry.passkey;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a passkey signs to sign in: that one session may be opened, and how long the signature is
 * good for. It names no client, since she chooses her passkey after it was made; whose key signed
 * is told by the institutions' endorsements of it ({@code docs/protocol.md} section 4).
 *
 * @param session id of the session that is opened with it
 * @param expires at most {@link #LONGEST} after {@code issued}; the session's end
 * @param nonce 32 random bytes, base64url
 */
public record SignInDocument(UUID session, Instant issued, Instant expires, String nonce) {
  public static final Duration LONGEST = Duration.ofMinutes(30);
  private static final String TYPE = "https://sociallook.net/own-access/v1";
  private static final JsonMapper JSON = JsonMapper.shared();

  static SignInDocument draw(Instant now) {
    Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
    return new SignInDocument(
        UUID.randomUUID(), issued, issued.plus(LONGEST), Bytes.base64url(Bytes.random(32)));
  }

  /** Reads back what {@link #canonical} wrote. */
  static SignInDocument read(byte[] canonical) {
    JsonNode json = JSON.readTree(canonical);
    return new SignInDocument(
        UUID.fromString(json.path("session").asString()),
        Instant.parse(json.path("issued").asString()),
        Instant.parse(json.path("expires").asString()),
        json.path("nonce").asString());
  }

  /**
   * The bytes whose SHA-256 is the challenge.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
   */
  public byte[] canonical() {
    Map<String, String> members =
        Map.of(
            "type", TYPE,
            "session", session.toString(),
            "issued", issued.toString(),
            "expires", expires.toString(),
            "nonce", nonce);
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(members)).getEncodedUTF8();
    } catch (IOException e) {
      throw new IllegalStateException("document: not JSON (expected: JSON)", e);
    }
  }

  byte[] challenge() {
    return Bytes.sha256(canonical());
  }
}
