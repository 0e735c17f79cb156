package net.sociallook.gateway.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256. */
final class Digest {
  private Digest() {}

  /** Differs whenever any part differs: the parts are hashed one by one, then together. */
  static byte[] each(byte[]... parts) {
    byte[][] digests = new byte[parts.length][];
    for (int i = 0; i < parts.length; i++) {
      digests[i] = sha256(parts[i]);
    }
    return sha256(digests);
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: not there (expected: in every JDK)", e);
    }
  }
}
