package net.sociallook.testbed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The bytes an authenticator signs, and the attestation object around them.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data">Web Authentication,
 *     Authenticator Data</a>
 */
final class AuthenticatorData {
  private static final int USER_PRESENT = 0x01;
  private static final int USER_VERIFIED = 0x04;
  private static final int ATTESTED_CREDENTIAL = 0x40;
  private static final int HASH = 32;
  private static final int AAGUID = 16;

  /** A map of three: fmt "none", attStmt {}, authData as a byte string with one length byte. */
  private static final byte[] ATTESTATION_HEAD =
      bytes("\u00a3\u0063fmt\u0064none\u0067attStmt\u00a0\u0068authData\u0058");

  private AuthenticatorData() {}

  static byte[] forAssertion(String rpId, boolean userVerified) {
    return head(ByteBuffer.allocate(HASH + 5), rpId, flags(userVerified)).array();
  }

  static byte[] forRegistration(
      String rpId, boolean userVerified, byte[] credentialId, byte[] coseKey) {
    ByteBuffer buffer =
        ByteBuffer.allocate(HASH + 5 + AAGUID + 2 + credentialId.length + coseKey.length);
    head(buffer, rpId, flags(userVerified) | ATTESTED_CREDENTIAL);
    return buffer
        .put(new byte[AAGUID])
        .putShort((short) credentialId.length)
        .put(credentialId)
        .put(coseKey)
        .array();
  }

  /** An attestation object of format "none". */
  static byte[] withoutAttestation(byte[] authenticatorData) {
    return ByteBuffer.allocate(ATTESTATION_HEAD.length + 1 + authenticatorData.length)
        .put(ATTESTATION_HEAD)
        .put((byte) authenticatorData.length)
        .put(authenticatorData)
        .array();
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: absent", e);
    }
  }

  private static ByteBuffer head(ByteBuffer buffer, String rpId, int flags) {
    int signCount = 0;
    return buffer
        .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
        .put((byte) flags)
        .putInt(signCount);
  }

  private static int flags(boolean userVerified) {
    return userVerified ? USER_PRESENT | USER_VERIFIED : USER_PRESENT;
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
