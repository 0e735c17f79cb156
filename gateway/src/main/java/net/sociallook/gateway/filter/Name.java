package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The name of a member, ready to be compared with the bytes of the input. */
final class Name {
  private final byte[] bytes;
  private final int hash;

  Name(String name) {
    bytes = name.getBytes(StandardCharsets.UTF_8);
    hash = hash(bytes, 0, bytes.length);
  }

  static int hash(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ hash >>> 16;
  }

  int hash() {
    return hash;
  }

  boolean is(Tape tape, int name) {
    return tape.hash(name) == hash
        && Arrays.equals(
            tape.bytes(), tape.from(name) + 1, tape.to(name) - 1, bytes, 0, bytes.length);
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
