package net.sociallook.registry.push.delivery;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.push.DeviceKeys;

/**
 * Encrypts for one browser, in one record, so that its push service can read nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8291">RFC 8291</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8188">RFC 8188</a>
 */
final class Encryption {
  static final int SALT_BYTES = 16;
  private static final int RECORD_SIZE = 4_096;
  private static final int COORDINATE = 32;
  private static final int KEY = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final byte LAST_RECORD = 2;

  /** What must be new for each message. */
  record Fresh(KeyPair pair, byte[] salt) {
    static Fresh draw() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new Fresh(generator.generateKeyPair(), Bytes.random(SALT_BYTES));
      } catch (GeneralSecurityException e) {
        throw missing(e);
      }
    }
  }

  private Encryption() {}

  /**
   * Everything of up to {@code padded} bytes becomes equally long.
   *
   * @throws IllegalArgumentException if there is more
   */
  static byte[] encrypt(byte[] content, int padded, DeviceKeys device, Fresh fresh) {
    if (content.length > padded) {
      throw new IllegalArgumentException(
          "content: " + content.length + " bytes (expected: at most " + padded + ")");
    }
    byte[] record = Arrays.copyOf(content, padded + 1);
    record[content.length] = LAST_RECORD;
    return sealed(record, device, fresh);
  }

  /** Header and record. RFC 8291 §4 wants everything in one of them. */
  private static byte[] sealed(byte[] record, DeviceKeys device, Fresh fresh) {
    try {
      byte[] own = point((ECPublicKey) fresh.pair().getPublic());
      byte[] input = inputKey(device, fresh.pair(), own);
      byte[] random = hmac(fresh.salt(), input);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(expand(random, "Content-Encoding: aes128gcm\0", KEY), "AES"),
          new GCMParameterSpec(TAG_BITS, expand(random, "Content-Encoding: nonce\0", NONCE)));
      byte[] body = cipher.doFinal(record);
      return ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + 1 + own.length + body.length)
          .put(fresh.salt())
          .putInt(RECORD_SIZE)
          .put((byte) own.length)
          .put(own)
          .put(body)
          .array();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** RFC 8291 §3.4: from the agreed secret and what only the browser and we know. */
  private static byte[] inputKey(DeviceKeys device, KeyPair pair, byte[] own)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(pair.getPrivate());
    agreement.doPhase(publicKey(device.p256dh()), true);
    byte[] info =
        ByteBuffer.allocate(14 + device.p256dh().length + own.length)
            .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
            .put(device.p256dh())
            .put(own)
            .array();
    return expand(hmac(device.auth(), agreement.generateSecret()), info, 32);
  }

  private static byte[] expand(byte[] key, String info, int length)
      throws GeneralSecurityException {
    return expand(key, info.getBytes(StandardCharsets.US_ASCII), length);
  }

  /** HKDF-Expand for what fits into one hash, RFC 5869 §2.3. */
  private static byte[] expand(byte[] key, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return Arrays.copyOf(hmac(key, block), length);
  }

  private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(content);
  }

  private static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint place =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
            new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, point.length)));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(place, curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static byte[] point(ECPublicKey key) {
    return ByteBuffer.allocate(1 + 2 * COORDINATE)
        .put((byte) 4)
        .put(coordinate(key.getW().getAffineX()))
        .put(coordinate(key.getW().getAffineY()))
        .array();
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
    return fixed;
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("P-256, HMAC, AES-GCM: not usable (expected: of any JDK)", e);
  }
}
