package net.sociallook.registry.token.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts private keys before they are stored: AES-256-GCM under a key of its own, derived from
 * the registry's master key, with the key id as associated data.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869#section-2.3">RFC 5869 §2.3</a>
 */
public final class KeySeal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] INFO =
      "sociallook signing keys v1\u0001".getBytes(StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  /**
   * @param master 32 random bytes
   */
  public KeySeal(byte[] master) {
    if (master.length != 32) {
      throw new IllegalArgumentException("master key: " + master.length + " bytes (expected: 32)");
    }
    try {
      Mac expand = Mac.getInstance("HmacSHA256");
      expand.init(new SecretKeySpec(master, "HmacSHA256"));
      this.key = new SecretKeySpec(expand.doFinal(INFO), "AES");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  byte[] seal(String keyId, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] encrypted = run(Cipher.ENCRYPT_MODE, keyId, nonce, plain);
    byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
    System.arraycopy(encrypted, 0, sealed, NONCE_BYTES, encrypted.length);
    return sealed;
  }

  /**
   * @throws IllegalStateException if it was sealed with another master key or for another key id
   */
  byte[] open(String keyId, byte[] sealed) {
    if (sealed.length < NONCE_BYTES) {
      throw new IllegalStateException("signing key: " + keyId + " (expected: a sealed key)");
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] encrypted = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return run(Cipher.DECRYPT_MODE, keyId, nonce, encrypted);
  }

  private byte[] run(int mode, String keyId, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException refused) {
      throw new IllegalStateException(
          "signing key: " + keyId + " (expected: sealed with this registry's key)", refused);
    }
  }
}
