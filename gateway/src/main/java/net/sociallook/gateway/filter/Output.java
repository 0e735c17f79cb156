package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are being written, and can be taken back to a mark. */
final class Output {
  private byte[] bytes = new byte[4096];
  private int size;

  int size() {
    return size;
  }

  void truncate(int mark) {
    size = mark;
  }

  void write(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
  }

  void write(byte[] source) {
    write(source, 0, source.length);
  }

  void write(byte[] source, int from, int to) {
    room(to - from);
    System.arraycopy(source, from, bytes, size, to - from);
    size += to - from;
  }

  /** The text must need no escapes. */
  void write(String ascii) {
    write(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** Gives out all that was written, and is empty again. */
  byte[] drain() {
    byte[] drained = Arrays.copyOf(bytes, size);
    size = 0;
    return drained;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
