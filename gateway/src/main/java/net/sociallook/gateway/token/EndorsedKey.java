package net.sociallook.gateway.token;

import java.nio.charset.StandardCharsets;

/**
 * A key, and an institution's word for it.
 *
 * @param publicKey COSE key
 * @param endorsement JWS that names the hash of salt and key
 */
record EndorsedKey(byte[] publicKey, byte[] salt, String endorsement) {

  byte[] digest() {
    return Digest.each(publicKey, salt, endorsement.getBytes(StandardCharsets.UTF_8));
  }
}
