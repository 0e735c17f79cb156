package net.sociallook.gateway.filter;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The stretch of the input that is at hand. */
final class Window {
  /** Taken at a time, so that a large chunk does not lie here twice. */
  private static final int STEP = 16 * 1024;

  /** Behind the last byte, so that eight bytes can be read from anywhere before it. */
  private static final int SLACK = Long.BYTES;

  private byte[] bytes = new byte[2 * STEP];
  private int limit;

  byte[] bytes() {
    return bytes;
  }

  /** Offset after the last byte at hand. */
  int limit() {
    return limit;
  }

  /** Forgets what lies before {@code from}, and appends the next bytes of the chunk. */
  void take(ByteBuffer chunk, int from) {
    int length = Math.min(chunk.remaining(), STEP);
    int held = limit - from;
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, held);
    }
    if (held + length + SLACK > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, held + length + SLACK));
    }
    chunk.get(bytes, held, length);
    limit = held + length;
  }
}
