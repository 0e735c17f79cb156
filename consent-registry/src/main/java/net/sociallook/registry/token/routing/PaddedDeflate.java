package net.sociallook.registry.token.routing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/**
 * Packs bytes so that their length tells little: four bytes with the length n, n bytes of raw
 * DEFLATE with the preset {@link RoutingDictionary}, bytes that would only grow by it as they are,
 * zeros up to the next multiple of 256.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1951">RFC 1951</a>
 */
final class PaddedDeflate {
  static final int BLOCK = 256;
  private static final boolean RAW = true;

  private PaddedDeflate() {}

  /**
   * @param texts to be deflated
   * @param random bytes that look random, as keys and signatures do
   */
  static byte[] pack(byte[] texts, byte[] random) {
    byte[] deflated = deflate(texts);
    int length = Integer.BYTES + deflated.length + random.length;
    int padded = Math.ceilDiv(length, BLOCK) * BLOCK;
    return ByteBuffer.allocate(padded).putInt(deflated.length).put(deflated).put(random).array();
  }

  private static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, RAW);
    try {
      deflater.setDictionary(RoutingDictionary.bytes());
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream deflated = new ByteArrayOutputStream(plain.length);
      byte[] chunk = new byte[BLOCK];
      while (!deflater.finished()) {
        deflated.write(chunk, 0, deflater.deflate(chunk));
      }
      return deflated.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
