package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of one complete value, side by side in arrays: enough to find a member and to step
 * over a value at no cost, and nothing is built for what is dropped. Reused from entry to entry.
 *
 * <p>A value is named by its index. An object's index is followed by name, value, name, value …; an
 * array's by its elements; {@link #after} steps over a value.
 */
final class Tape {
  private static final int MOST_MEMBERS = 256;

  private Token[] kinds = new Token[512];
  private int[] starts = new int[512];
  private int[] ends = new int[512];

  /** Of values the index after them, of names their number. */
  private int[] links = new int[512];

  private boolean[] escaped = new boolean[512];

  private int size;
  private byte[] bytes = {};
  private int base;

  private final Nesting nesting = new Nesting();

  /** Forgets all; the next token begins a value. */
  void clear() {
    size = 0;
    nesting.clear();
  }

  /**
   * @return whether the value is complete
   */
  boolean add(Token token, Tokenizer from) {
    bytes = from.bytes();
    base = from.keptFrom();
    if (token == Token.NAME) {
      name(from);
      return false;
    }
    if (token == Token.OBJECT_END || token == Token.ARRAY_END) {
      int opened = nesting.close();
      ends[opened] = from.end() - base;
      links[opened] = size;
    } else {
      int added = append(token, from, size + 1);
      if (token == Token.OBJECT_START || token == Token.ARRAY_START) {
        nesting.open(added);
      } else {
        escaped[added] = token == Token.STRING && from.isEscaped();
      }
    }
    return nesting.depth() == 0;
  }

  private int append(Token token, Tokenizer from, int link) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      links = Arrays.copyOf(links, 2 * size);
      escaped = Arrays.copyOf(escaped, 2 * size);
    }
    kinds[size] = token;
    starts[size] = from.start() - base;
    ends[size] = from.end() - base;
    links[size] = link;
    return size++;
  }

  private void name(Tokenizer from) {
    int number = Name.number(bytes, from.start() + 1, from.end() - 1);
    int added = append(Token.NAME, from, number);
    if (nesting.countMember() > MOST_MEMBERS) {
      throw new DefectiveAnswer(Defect.TOO_LARGE);
    }
    if (nesting.mayHave(number) && has(nesting.innermost(), added)) {
      throw new DefectiveAnswer(Defect.DUPLICATE_MEMBER);
    }
  }

  private boolean has(int object, int added) {
    for (int name = object + 1; name < added; name = links[name + 1]) {
      if (links[name] == links[added] && (links[added] >= Name.FIRST || sameBytes(name, added))) {
        return true;
      }
    }
    return false;
  }

  private boolean sameBytes(int one, int other) {
    return Arrays.equals(bytes, from(one), to(one), bytes, from(other), to(other));
  }

  Token kind(int value) {
    return kinds[value];
  }

  boolean isText(int value) {
    return kinds[value] == Token.STRING;
  }

  /** The number of a {@link Name}, if it is a known one. */
  int number(int name) {
    return links[name];
  }

  /** The bytes in which {@link #from} and {@link #to} are offsets. */
  byte[] bytes() {
    return bytes;
  }

  int from(int value) {
    return base + starts[value];
  }

  int to(int value) {
    return base + ends[value];
  }

  /** Index after the whole value. */
  int after(int value) {
    return links[value];
  }

  /**
   * @return the value of the member; -1 if this is no object or has no such member
   */
  int member(int object, Name wanted) {
    if (kinds[object] == Token.OBJECT_START) {
      int end = links[object];
      for (int name = object + 1; name < end; name = links[name + 1]) {
        if (links[name] == wanted.number()) {
          return name + 1;
        }
      }
    }
    return -1;
  }

  /** Whether the text says this. */
  boolean says(int text, byte[] wanted) {
    return escaped[text]
        ? Arrays.equals(text(text).getBytes(StandardCharsets.UTF_8), wanted)
        : Arrays.equals(bytes, from(text) + 1, to(text) - 1, wanted, 0, wanted.length);
  }

  /** The value as it is written. */
  String raw(int value) {
    return Text.decode(bytes, from(value), to(value), false);
  }

  /** What the text says, escapes resolved. */
  String text(int text) {
    return Text.decode(bytes, from(text) + 1, to(text) - 1, escaped[text]);
  }
}
