package net.sociallook.gateway.filter;

import java.util.Arrays;

/**
 * Bytes that are being written, and can be taken back to a mark.
 *
 * <p>Slices of the input that lie side by side there, also across a character written in between,
 * are copied at once. So {@link #settle} must be called before the input moves.
 */
final class Output {
  private byte[] bytes;
  private int size;

  /** The slice of the input that belongs after {@code size}, not copied yet. */
  private byte[] source = {};

  private int from;
  private int to;

  /**
   * @param room for as many bytes as are usually written before they are drained
   */
  Output(int room) {
    bytes = new byte[room];
  }

  int size() {
    return size + to - from;
  }

  void truncate(int mark) {
    if (mark >= size) {
      to = from + mark - size;
    } else {
      size = mark;
      to = from;
    }
  }

  void write(char ascii) {
    if (from < to && to < source.length && source[to] == ascii) {
      to++;
    } else {
      settle();
      room(1);
      bytes[size++] = (byte) ascii;
    }
  }

  void slice(byte[] input, int start, int end) {
    if (start == to && input == source) {
      to = end;
    } else {
      settle();
      source = input;
      from = start;
      to = end;
    }
  }

  void write(byte[] constant) {
    settle();
    append(constant, 0, constant.length);
  }

  /** The text must be ASCII and need no escapes. */
  @SuppressWarnings(
      "deprecation") // drops high bytes, of which there are none; copies nothing twice
  void write(String ascii) {
    settle();
    room(ascii.length());
    ascii.getBytes(0, ascii.length(), bytes, size);
    size += ascii.length();
  }

  /** Copies what is left to copy of the input. */
  void settle() {
    if (from < to) {
      append(source, from, to);
      from = to;
    }
  }

  /** Gives out all that was written, and is empty again. */
  byte[] drain() {
    settle();
    byte[] drained = Arrays.copyOf(bytes, size);
    size = 0;
    return drained;
  }

  private void append(byte[] array, int start, int end) {
    room(end - start);
    System.arraycopy(array, start, bytes, size, end - start);
    size += end - start;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
