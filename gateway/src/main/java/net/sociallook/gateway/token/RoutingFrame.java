package net.sociallook.gateway.token;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes of an opened routing: {@code docs/protocol.md} section 6.
 *
 * @param texts inflated
 * @param random as they stood there
 */
record RoutingFrame(List<byte[]> texts, List<byte[]> random) {
  private static final int BLOCK = 256;
  private static final int MOST_INFLATED = 64 * 1024;

  /** How many fields there are. */
  record Shape(int texts, int random) {}

  /**
   * @param shape what the first text says of the others
   * @throws IllegalArgumentException if it is not of this form, to the last byte
   */
  static RoutingFrame read(byte[] padded, Function<byte[], Shape> shape) {
    ByteBuffer buffer = ByteBuffer.wrap(padded);
    boolean framed = padded.length >= BLOCK && padded.length % BLOCK == 0;
    int length = framed ? buffer.getInt() : -1;
    if (length <= 0 || length > buffer.remaining()) {
      throw new IllegalArgumentException("routing: wrong frame (expected: length and padding)");
    }
    byte[] deflated = new byte[length];
    buffer.get(deflated);
    ByteBuffer inflated = ByteBuffer.wrap(inflate(deflated));
    List<byte[]> texts = fields(inflated, 1);
    Shape expected = shape.apply(texts.getFirst());
    texts.addAll(fields(inflated, expected.texts() - 1));
    RoutingFrame frame = new RoutingFrame(texts, fields(buffer, expected.random()));
    if (inflated.hasRemaining() || buffer.remaining() >= BLOCK) {
      throw new IllegalArgumentException("routing: too much (expected: " + expected + ")");
    }
    while (buffer.hasRemaining()) {
      if (buffer.get() != 0) {
        throw new IllegalArgumentException("routing: wrong padding (expected: zeros)");
      }
    }
    return frame;
  }

  private static List<byte[]> fields(ByteBuffer from, int count) {
    List<byte[]> fields = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        byte[] field = new byte[Short.toUnsignedInt(from.getShort())];
        from.get(field);
        fields.add(field);
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("routing: ends early (expected: " + count + " fields)", e);
    }
    return fields;
  }

  private static byte[] inflate(byte[] deflated) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(RoutingDictionary.bytes());
      inflater.setInput(deflated);
      byte[] out = new byte[MOST_INFLATED];
      int size = inflater.inflate(out);
      if (!inflater.finished() || inflater.getRemaining() > 0) {
        throw new IllegalArgumentException("routing: wrong size (expected: at most 64 KiB)");
      }
      return Arrays.copyOf(out, size);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("routing: wrong form (expected: DEFLATE)", e);
    } finally {
      inflater.end();
    }
  }
}
