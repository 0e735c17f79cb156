package net.sociallook.gateway.filter;

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
  static final Name META = of("meta");
  static final Name MODE = of("mode");
  static final Name MODIFIER_EXTENSION = of("modifierExtension");
  static final Name REFERENCE = of("reference");
  static final Name RELATION = of("relation");
  static final Name RESOURCE = of("resource");
  static final Name RESOURCE_TYPE = of("resourceType");
  static final Name SEARCH = of("search");
  static final Name SECURITY = of("security");
  static final Name SECURITY_LABEL = of("securityLabel");
  static final Name SIZE = of("size");
  static final Name SYSTEM = of("system");
  static final Name TYPE = of("type");
  static final Name URL = of("url");

  private final byte[] bytes;
  private final int number;

  private Name(byte[] bytes, int number) {
    this.bytes = bytes;
    this.number = number;
  }

  /** The one Name of these letters; for constants and allow-lists, never for input. */
  static synchronized Name of(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int slot = slot(hash(bytes, 0, bytes.length));
    while (KNOWN[slot] != null && !Arrays.equals(KNOWN[slot].bytes, bytes)) {
      slot = slot(slot + 1);
    }
    if (KNOWN[slot] == null) {
      if (count == MOST) {
        throw new IllegalStateException("names: " + count + " (expected: fewer)");
      }
      KNOWN[slot] = new Name(bytes, count++);
    }
    return KNOWN[slot];
  }

  /** The number of the known name that these bytes are; below {@link #FIRST} if they are none. */
  static int number(byte[] input, int from, int to) {
    int hash = hash(input, from, to);
    int slot = slot(hash);
    Name known = KNOWN[slot];
    while (known != null) {
      if (known.is(input, from, to)) {
        return known.number;
      }
      slot = slot(slot + 1);
      known = KNOWN[slot];
    }
    return hash | Integer.MIN_VALUE;
  }

  private boolean is(byte[] input, int from, int to) {
    if (to - from != bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (input[from + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static int slot(int hash) {
    return hash & (SLOTS - 1);
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ hash >>> 15;
  }

  int number() {
    return number;
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
