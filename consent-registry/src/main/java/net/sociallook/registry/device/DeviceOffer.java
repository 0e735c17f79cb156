package net.sociallook.registry.device;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.link.MatchCode;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.KeyDocument;
import net.sociallook.registry.passkey.Passkey;

/**
 * A code for one more device of a client, and what has come of it.
 *
 * @param answer the key that a device has made
 */
public record DeviceOffer(
    UUID id, UUID client, Instant expiresAt, State state, Optional<Answer> answer) {

  /** How far it has come. */
  public enum State {
    /** Nobody has used the code. */
    OPEN,
    /** A device has made a key, which is good for nothing before an older one endorses it. */
    ANSWERED,
    /** The key is a passkey of the client. */
    ACTIVE,
    /** The client has said no, or a signature was wrong; nothing is left of it. */
    REFUSED,
    EXPIRED
  }

  /**
   * @param salt of the digits
   * @param document to be signed by an older key
   * @param kind of the browser
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  public record Answer(Passkey passkey, byte[] salt, KeyDocument document, Optional<String> kind) {

    /** The six digits that both devices show. */
    public String matchCode() {
      return MatchCode.of(Bytes.sha256(salt, passkey.publicKey()));
    }
  }
}
