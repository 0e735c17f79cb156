package net.sociallook.gateway.filter;

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

  private byte[] kinds = new byte[512];
  private int[] starts = new int[512];
  private int[] ends = new int[512];

  /** Of containers the index after them, of names their hash, of texts 1 if they have escapes. */
  private int[] notes = new int[512];

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
    switch (token) {
      case OBJECT_START, ARRAY_START -> nesting.open(append(token, from, 0));
      case OBJECT_END, ARRAY_END -> close(from);
      case NAME -> name(from);
      case STRING -> append(token, from, from.isEscaped() ? 1 : 0);
      case NUMBER, TRUE, FALSE, NULL -> append(token, from, 0);
      case NEED_MORE -> throw new IllegalStateException("token: NEED_MORE (expected: a token)");
    }
    return nesting.depth() == 0;
  }

  private int append(Token token, Tokenizer from, int note) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      notes = Arrays.copyOf(notes, 2 * size);
    }
    kinds[size] = (byte) token.ordinal();
    starts[size] = from.start() - base;
    ends[size] = from.end() - base;
    notes[size] = note;
    return size++;
  }

  private void close(Tokenizer from) {
    int opened = nesting.close();
    ends[opened] = from.end() - base;
    notes[opened] = size;
  }

  private void name(Tokenizer from) {
    int hash = Name.hash(bytes, from.start() + 1, from.end() - 1);
    int object = nesting.innermost();
    int added = append(Token.NAME, from, hash);
    if (nesting.countMember() > MOST_MEMBERS) {
      throw new DefectiveAnswer(Defect.TOO_LARGE);
    }
    if (nesting.mayHave(hash) && has(object, added, hash)) {
      throw new DefectiveAnswer(Defect.DUPLICATE_MEMBER);
    }
  }

  private boolean has(int object, int added, int hash) {
    for (int name = object + 1; name < added; name = after(name + 1)) {
      if (notes[name] == hash && sameBytes(name, added)) {
        return true;
      }
    }
    return false;
  }

  private boolean sameBytes(int one, int other) {
    return Arrays.equals(bytes, from(one), to(one), bytes, from(other), to(other));
  }

  Token kind(int value) {
    return Token.of(kinds[value]);
  }

  boolean isText(int value) {
    return kind(value) == Token.STRING;
  }

  boolean isEscaped(int text) {
    return notes[text] != 0;
  }

  int hash(int name) {
    return notes[name];
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
    Token kind = kind(value);
    return kind == Token.OBJECT_START || kind == Token.ARRAY_START ? notes[value] : value + 1;
  }

  /**
   * @return the value of the member; -1 if this is no object or has no such member
   */
  int member(int object, Name wanted) {
    if (kind(object) == Token.OBJECT_START) {
      for (int name = object + 1; name < after(object); name = after(name + 1)) {
        if (wanted.is(this, name)) {
          return name + 1;
        }
      }
    }
    return -1;
  }

  /** The value as it is written. */
  String raw(int value) {
    return Text.decode(bytes, from(value), to(value), false);
  }

  /** What the text says, escapes resolved. */
  String text(int text) {
    return Text.decode(bytes, from(text) + 1, to(text) - 1, isEscaped(text));
  }
}
