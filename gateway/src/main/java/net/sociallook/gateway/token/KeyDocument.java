package net.sociallook.gateway.token;

import java.security.MessageDigest;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/**
 * What a client's older key signs so that a newer one counts as hers: the document of {@code
 * docs/protocol.md} section 4.
 *
 * @param keyHash SHA-256 of the newer COSE key
 */
record KeyDocument(byte[] keyHash) {
  private static final String TYPE = "https://sociallook.net/consent/key/v1";
  private static final int NONCE_BYTES = 32;

  /**
   * @throws IllegalArgumentException if it is not a key's document
   */
  static KeyDocument read(byte[] bytes) {
    Members all = StrictJson.object("document", bytes);
    boolean key = all.text("type").equals(TYPE);
    KeyDocument read = new KeyDocument(Base64Url.decode(all.text("key")));
    Forms.instant(all.text("issued"));
    boolean nonce = Base64Url.decode(all.text("nonce")).length == NONCE_BYTES;
    all.end();
    if (!key || !nonce) {
      throw new IllegalArgumentException("document: another (expected: a key's)");
    }
    return read;
  }

  boolean names(byte[] publicKey) {
    return MessageDigest.isEqual(keyHash, Digest.sha256(publicKey));
  }
}
