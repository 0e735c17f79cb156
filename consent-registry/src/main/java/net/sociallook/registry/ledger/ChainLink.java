package net.sociallook.registry.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A place in one client's chain of records. The hash commits to all records before it and, through
 * a salted hash, to what the record says; so the chain can still be checked when payload and salt
 * are deleted.
 *
 * @param counter 1 for a client's first record; 0 for the place before it
 * @param hash 32 bytes; all zero before the first record
 */
record ChainLink(long counter, byte[] hash) {
  static final int HASH_BYTES = 32;

  /** Before the first record, and before each record that is about nobody known. */
  static ChainLink start() {
    return new ChainLink(0, new byte[HASH_BYTES]);
  }

  /** SHA-256 of salt and payload (UTF-8). */
  static byte[] payloadHash(byte[] salt, String payload) {
    return sha256(salt, payload.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * SHA-256 of this hash (32 bytes), the next counter (8 bytes, big-endian) and the payload hash.
   */
  ChainLink next(byte[] payloadHash) {
    long next = counter + 1;
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(next).array();
    return new ChainLink(next, sha256(hash, number, payloadHash));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts).forEach(digest::update);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: not in this Java (expected: in every one)", e);
    }
  }
}
