package net.sociallook.registry.passkey;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an older passkey of a client signs so that a newer key counts as hers ({@code
 * docs/protocol.md} section 4).
 *
 * @param canonical the bytes whose SHA-256 is the challenge
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
public record KeyDocument(byte[] canonical) {
  private static final String TYPE = "https://sociallook.net/consent/key/v1";
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * @param publicKey COSE, the newer one
   */
  public static KeyDocument draw(byte[] publicKey, Instant now) {
    Map<String, String> members =
        Map.of(
            "type", TYPE,
            "key", Bytes.base64url(Bytes.sha256(publicKey)),
            "issued", now.truncatedTo(ChronoUnit.SECONDS).toString(),
            "nonce", Bytes.base64url(Bytes.random(32)));
    try {
      return new KeyDocument(
          new JsonCanonicalizer(JSON.writeValueAsString(members)).getEncodedUTF8());
    } catch (IOException e) {
      throw new IllegalStateException("document: not JSON (expected: JSON)", e);
    }
  }

  public byte[] challenge() {
    return Bytes.sha256(canonical);
  }
}
