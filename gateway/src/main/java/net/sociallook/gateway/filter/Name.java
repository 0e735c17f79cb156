package net.sociallook.gateway.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The name of a member that the filter knows. Every name of the input is looked up here once, while
 * it is read; from then on a known name is a small number.
 *
 * <p>A name must be known before input with it is read: those of an allow-list become known when it
 * is made, all others with this class.
 */
final class Name {
  /** Names of the input that nobody asks for have a number below this one. */
  static final int FIRST = 0;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int SLOTS = 4096;
  private static final int MOST = SLOTS / 4;
  private static final Name[] KNOWN = new Name[SLOTS];
  private static int count;

  // All here, so that they are known before the first input is read.
  static final Name ATTACHMENT = of("attachment");
  static final Name CODE = of("code");
  static final Name CODING = of("coding");
  static final Name CONTENT = of("content");
  static final Name CONTENT_TYPE = of("contentType");
  static final Name DATA = of("data");
  static final Name DISPLAY = of("display");
  static final Name ID = of("id");
  static final Name IDENTIFIER = of("identifier");
  static final Name META = of("meta");
  static final Name MODE = of("mode");
  static final Name MODIFIER_EXTENSION = of("modifierExtension");
  static final Name RECIPIENT = of("recipient");
  static final Name REFERENCE = of("reference");
  static final Name RELATION = of("relation");
  static final Name RESOURCE = of("resource");
  static final Name RESOURCE_TYPE = of("resourceType");
  static final Name SEARCH = of("search");
  static final Name SECURITY = of("security");
  static final Name SECURITY_LABEL = of("securityLabel");
  static final Name SENDER = of("sender");
  static final Name SIZE = of("size");
  static final Name START = of("start");
  static final Name STATUS = of("status");
  static final Name SYSTEM = of("system");
  static final Name TYPE = of("type");
  static final Name URL = of("url");

  private final byte[] bytes;
  private final long first;
  private final long last;
  private final int number;

  private Name(byte[] bytes, int number) {
    byte[] padded = Arrays.copyOf(bytes, bytes.length + Long.BYTES);
    this.bytes = bytes;
    first = first(padded, 0, bytes.length);
    last = last(padded, 0, bytes.length);
    this.number = number;
  }

  /** The one Name of these letters; for constants and allow-lists, never for input. */
  static synchronized Name of(String text) {
    Name name = new Name(text.getBytes(StandardCharsets.UTF_8), count);
    int slot = slot(hash(name.first, name.last, name.bytes.length));
    Name known = KNOWN[slot];
    while (known != null && !Arrays.equals(known.bytes, name.bytes)) {
      slot = slot(slot + 1);
      known = KNOWN[slot];
    }
    if (known != null) {
      return known;
    }
    if (count == MOST) {
      throw new IllegalStateException("names: " + count + " (expected: fewer)");
    }
    count++;
    KNOWN[slot] = name;
    return name;
  }

  /**
   * The number of the known name that these bytes are; below {@link #FIRST} if they are none.
   *
   * @param input with eight more bytes after {@code to}
   */
  static int number(byte[] input, int from, int to) {
    long first = first(input, from, to);
    long last = last(input, from, to);
    int hash = hash(first, last, to - from);
    int slot = slot(hash);
    Name known = KNOWN[slot];
    while (known != null) {
      if (known.first == first && known.last == last && known.is(input, from, to)) {
        return known.number;
      }
      slot = slot(slot + 1);
      known = KNOWN[slot];
    }
    return hash | Integer.MIN_VALUE;
  }

  /** First and last eight bytes are equal; so all are, if they are at most sixteen. */
  private boolean is(byte[] input, int from, int to) {
    return to - from == bytes.length
        && (bytes.length <= 2 * Long.BYTES
            || Arrays.equals(input, from, to, bytes, 0, bytes.length));
  }

  /** The first eight bytes; of fewer, all. */
  private static long first(byte[] input, int from, int to) {
    long eight = (long) EIGHT_BYTES.get(input, from);
    int length = to - from;
    return length >= Long.BYTES ? eight : eight & ((1L << 8 * length) - 1);
  }

  /** The last eight bytes; zero if there are fewer. */
  private static long last(byte[] input, int from, int to) {
    return to - from >= Long.BYTES ? (long) EIGHT_BYTES.get(input, to - Long.BYTES) : 0;
  }

  private static int slot(int hash) {
    return hash & (SLOTS - 1);
  }

  private static int hash(long first, long last, int length) {
    long mixed = (first * 31 + last + length) * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32);
  }

  int number() {
    return number;
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
