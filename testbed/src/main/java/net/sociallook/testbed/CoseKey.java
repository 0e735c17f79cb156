package net.sociallook.testbed;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.interfaces.ECPublicKey;

/**
 * A P-256 public key as a COSE_Key: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9053#section-7.1.1">RFC 9053 §7.1.1</a>
 */
record CoseKey(ECPublicKey key) {
  private static final int COORDINATE = 32;
  private static final byte[] HEAD = {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01};
  private static final byte[] X = {0x21, 0x58, COORDINATE};
  private static final byte[] Y = {0x22, 0x58, COORDINATE};

  byte[] encoded() {
    return ByteBuffer.allocate(HEAD.length + X.length + Y.length + 2 * COORDINATE)
        .put(HEAD)
        .put(X)
        .put(unsigned(key.getW().getAffineX()))
        .put(Y)
        .put(unsigned(key.getW().getAffineY()))
        .array();
  }

  private static byte[] unsigned(BigInteger coordinate) {
    byte[] bytes = coordinate.toByteArray();
    byte[] fixed = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
    return fixed;
  }
}
