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

  private static final Token[] TOKENS = Token.values();

  // Of each token, four cells side by side.
  private static final int KIND = 0;
  private static final int START = 1;
  private static final int END = 2;

  /** Of values the index after them, of names their number. */
  private static final int LINK = 3;

  /** Added to the kind of texts with escapes. */
  private static final int ESCAPED = 1 << 8;

  private static final int TEXT = Token.STRING.ordinal();

  private final Tokenizer tokens;
  private final Nesting nesting = new Nesting();
  private int[] cells = new int[4 * 512];
  private int size;

  /**
   * @param tokens keeps its bytes from the first token of the value on
   */
  Tape(Tokenizer tokens) {
    this.tokens = tokens;
  }

  /** Forgets all; the next token begins a value. */
  void clear() {
    size = 0;
    nesting.clear();
  }

  /**
   * Adds the token just read.
   *
   * @return whether the value is complete
   */
  boolean add(Token token) {
    if (token == Token.NAME) {
      name();
      return false;
    }
    if (token == Token.OBJECT_END || token == Token.ARRAY_END) {
      int opened = nesting.close() << 2;
      cells[opened + END] = tokens.end() - tokens.keptFrom();
      cells[opened + LINK] = size;
    } else if (token == Token.OBJECT_START || token == Token.ARRAY_START) {
      nesting.open(append(token.ordinal(), size + 1));
    } else {
      boolean escaped = token == Token.STRING && tokens.isEscaped();
      append(token.ordinal() + (escaped ? ESCAPED : 0), size + 1);
    }
    return nesting.depth() == 0;
  }

  private int append(int kind, int link) {
    int at = size << 2;
    if (at == cells.length) {
      cells = Arrays.copyOf(cells, 2 * at);
    }
    int base = tokens.keptFrom();
    cells[at + KIND] = kind;
    cells[at + START] = tokens.start() - base;
    cells[at + END] = tokens.end() - base;
    cells[at + LINK] = link;
    return size++;
  }

  private void name() {
    int number = Name.number(tokens.bytes(), tokens.start() + 1, tokens.end() - 1);
    int added = append(Token.NAME.ordinal(), number);
    if (nesting.countMember() > MOST_MEMBERS) {
      throw new DefectiveAnswer(Defect.TOO_LARGE);
    }
    if (nesting.mayHave(number) && has(nesting.innermost(), added)) {
      throw new DefectiveAnswer(Defect.DUPLICATE_MEMBER);
    }
  }

  private int cell(int index, int which) {
    return cells[(index << 2) + which];
  }

  private boolean has(int object, int added) {
    int number = number(added);
    for (int name = object + 1; name < added; name = after(name + 1)) {
      if (number(name) == number && (number >= Name.FIRST || sameBytes(name, added))) {
        return true;
      }
    }
    return false;
  }

  private boolean sameBytes(int one, int other) {
    byte[] bytes = bytes();
    return Arrays.equals(bytes, from(one), to(one), bytes, from(other), to(other));
  }

  Token kind(int value) {
    return TOKENS[cell(value, KIND) & (ESCAPED - 1)];
  }

  boolean isText(int value) {
    return (cell(value, KIND) & (ESCAPED - 1)) == TEXT;
  }

  boolean isEscaped(int text) {
    return cell(text, KIND) >= ESCAPED;
  }

  boolean isEmptyText(int value) {
    return isText(value) && to(value) - from(value) == 2;
  }

  /** The number of a {@link Name}, if it is a known one. */
  int number(int name) {
    return cell(name, LINK);
  }

  /** The bytes in which {@link #from} and {@link #to} are offsets. */
  byte[] bytes() {
    return tokens.bytes();
  }

  int from(int value) {
    return tokens.keptFrom() + cell(value, START);
  }

  int to(int value) {
    return tokens.keptFrom() + cell(value, END);
  }

  /** Index after the whole value. */
  int after(int value) {
    return cell(value, LINK);
  }

  /**
   * @return the value of the member; -1 if this is no object or has no such member
   */
  int member(int object, Name wanted) {
    if (kind(object) == Token.OBJECT_START) {
      int end = after(object);
      for (int name = object + 1; name < end; name = after(name + 1)) {
        if (number(name) == wanted.number()) {
          return name + 1;
        }
      }
    }
    return -1;
  }

  /** Whether the text says this. */
  boolean says(int text, byte[] wanted) {
    return isEscaped(text)
        ? Arrays.equals(text(text).getBytes(StandardCharsets.UTF_8), wanted)
        : Arrays.equals(bytes(), from(text) + 1, to(text) - 1, wanted, 0, wanted.length);
  }

  /** The value as it is written. */
  String raw(int value) {
    return Text.decode(bytes(), from(value), to(value), false);
  }

  /** What the text says, escapes resolved. */
  String text(int text) {
    return Text.decode(bytes(), from(text) + 1, to(text) - 1, isEscaped(text));
  }
}
