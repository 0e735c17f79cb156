package net.sociallook.testbed.push;

import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.math.ec.ECPoint;

/**
 * A browser that has subscribed, and reads what it is sent. Nothing of it is shared with those who
 * send: it is made with another library.
 *
 * @param endpoint at a push service
 * @param secret its private key
 * @param auth 16 bytes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8291">RFC 8291</a>
 */
public record Subscriber(URI endpoint, BigInteger secret, byte[] auth) {
  private static final ECNamedCurveParameterSpec CURVE =
      ECNamedCurveTable.getParameterSpec("secp256r1");
  private static final int SALT = 16;
  private static final int TAG_BITS = 128;
  private static final int LAST_RECORD = 2;

  public static Subscriber at(URI endpoint) {
    SecureRandom random = new SecureRandom();
    byte[] auth = new byte[16];
    random.nextBytes(auth);
    BigInteger secret =
        new BigInteger(255, random).mod(CURVE.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE);
    return new Subscriber(endpoint, secret, auth);
  }

  /** The public key as browsers give it: base64url of an uncompressed point. */
  public String p256dh() {
    return base64url(point());
  }

  public String authText() {
    return base64url(auth);
  }

  /**
   * What was sent, without its padding.
   *
   * @throws IllegalArgumentException if it was not sent to this browser, or not as the RFC says
   */
  public byte[] read(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message);
    byte[] salt = take(in, SALT);
    int recordSize = in.getInt();
    byte[] sender = take(in, in.get() & 0xff);
    byte[] record = take(in, in.remaining());
    if (record.length > recordSize) {
      throw new IllegalArgumentException("records: several (expected: one)");
    }
    ECPoint agreed = CURVE.getCurve().decodePoint(sender).multiply(secret).normalize();
    byte[] info = concat("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(), sender);
    byte[] input = derive(agreed.getAffineXCoord().getEncoded(), auth, info, 32);
    byte[] key = derive(input, salt, ascii("Content-Encoding: aes128gcm\0"), 16);
    byte[] nonce = derive(input, salt, ascii("Content-Encoding: nonce\0"), 12);
    return unpadded(opened(record, key, nonce));
  }

  private static byte[] opened(byte[] record, byte[] key, byte[] nonce) {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(false, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce));
    byte[] plain = new byte[cipher.getOutputSize(record.length)];
    try {
      int length = cipher.processBytes(record, 0, record.length, plain, 0);
      cipher.doFinal(plain, length);
      return plain;
    } catch (InvalidCipherTextException e) {
      throw new IllegalArgumentException("record: forged (expected: for this browser)", e);
    }
  }

  private static byte[] unpadded(byte[] plain) {
    int end = plain.length - 1;
    while (end >= 0 && plain[end] == 0) {
      end--;
    }
    if (end < 0 || plain[end] != LAST_RECORD) {
      throw new IllegalArgumentException("record: not the last (expected: delimiter 2)");
    }
    return Arrays.copyOf(plain, end);
  }

  private static byte[] derive(byte[] input, byte[] salt, byte[] info, int length) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(input, salt, info));
    byte[] derived = new byte[length];
    generator.generateBytes(derived, 0, length);
    return derived;
  }

  private byte[] point() {
    return CURVE.getG().multiply(secret).normalize().getEncoded(false);
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] taken = new byte[length];
    in.get(taken);
    return taken;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] concat(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
