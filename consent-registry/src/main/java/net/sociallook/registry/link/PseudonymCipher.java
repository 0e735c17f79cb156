package net.sociallook.registry.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.RefusesToStart;
import net.sociallook.registry.passkey.Bytes;

/**
 * Keeps pseudonyms from whoever reads the database: AES-256-GCM for reading them back, HMAC-SHA-256
 * for looking them up, each with a key of its own made from the configured one.
 */
final class PseudonymCipher {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec encryption;
  private final SecretKeySpec lookup;

  private PseudonymCipher(byte[] key) {
    this.encryption = new SecretKeySpec(derive(key, "pseudonym-encryption"), "AES");
    this.lookup = new SecretKeySpec(derive(key, "pseudonym-lookup"), "HmacSHA256");
  }

  /** Whose pseudonym it is; bound to the ciphertext, so that rows cannot be exchanged. */
  record Owner(UUID client, InstitutionId institution) {
    private byte[] bytes() {
      return (client + " " + institution).getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * @param file 32 bytes in base64
   * @throws RefusesToStart if it holds something else
   */
  static PseudonymCipher withKeyIn(Path file) {
    try {
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length == KEY_BYTES) {
        return new PseudonymCipher(key);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
    throw unreadable(file, null);
  }

  static String newPseudonym() {
    return HexFormat.of().formatHex(Bytes.random(16));
  }

  byte[] encrypt(Owner owner, String pseudonym) {
    byte[] nonce = Bytes.random(NONCE_BYTES);
    byte[] sealed =
        crypt(Cipher.ENCRYPT_MODE, owner, nonce, pseudonym.getBytes(StandardCharsets.US_ASCII));
    byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
    return both;
  }

  String decrypt(Owner owner, byte[] stored) {
    byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(stored, NONCE_BYTES, stored.length);
    return new String(crypt(Cipher.DECRYPT_MODE, owner, nonce, sealed), StandardCharsets.US_ASCII);
  }

  byte[] lookup(InstitutionId institution, String pseudonym) {
    return hmac(lookup, institution + " " + pseudonym);
  }

  private byte[] crypt(int mode, Owner owner, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.bytes());
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("pseudonym: not readable with the configured key", e);
    }
  }

  private static byte[] derive(byte[] key, String purpose) {
    return hmac(new SecretKeySpec(key, "HmacSHA256"), purpose);
  }

  private static byte[] hmac(SecretKeySpec key, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256: missing (expected: in every JDK)", e);
    }
  }

  private static RefusesToStart unreadable(
      Path file, @org.jspecify.annotations.Nullable Exception cause) {
    String sentence =
        "sociallook.registry.pseudonym-key: " + file + " (expected: 32 bytes in base64).";
    return cause == null ? new RefusesToStart(sentence) : new RefusesToStart(sentence, cause);
  }
}
