package net.sociallook.gateway.filter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the tokens of one JSON object out of chunks of any size, and refuses all that is not strict
 * JSON. Each byte is read once: where a chunk ends inside a text, reading goes on there.
 *
 * <p>Stricter than RFC 8259 in three points: the root is an object, a name has no escapes (so one
 * name has one spelling), and half of a surrogate pair is refused. Own code and not Jackson's,
 * because the filter copies slices: it needs the offsets of every token, free of cost, and text
 * that was validated although nobody decoded it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class Tokenizer {
  /** Levels of an entry, and the two of the Bundle around it. */
  private static final int MOST_LEVELS = 64 + 2;

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private enum Expected {
    ROOT,
    VALUE,
    VALUE_OR_END,
    NAME,
    NAME_OR_END,
    COLON,
    COMMA_OR_END,
    NOTHING
  }

  private final Window window = new Window();
  private final boolean[] objects = new boolean[MOST_LEVELS];
  private final int mostLevels;
  private int depth;
  private Expected expected = Expected.ROOT;

  private int start;
  private int position;
  private int kept = -1;
  private boolean inText;
  private boolean escaped;

  /**
   * @param levelsAround how many levels lie around what may itself be 64 levels deep
   */
  Tokenizer(int levelsAround) {
    mostLevels = MOST_LEVELS - 2 + levelsAround;
  }

  /** Takes a part of the chunk; the token that was being read and what is kept stay at hand. */
  void take(ByteBuffer chunk) {
    int from = heldFrom();
    window.take(chunk, from);
    start -= from;
    position -= from;
    kept = kept < 0 ? kept : kept - from;
  }

  /** Keeps the bytes from the start of this token on, until {@link #letGo}. */
  void keep() {
    kept = start;
  }

  void letGo() {
    kept = -1;
  }

  /** How many bytes lie between the first that must be kept and the reading position. */
  int held() {
    return position - heldFrom();
  }

  private int heldFrom() {
    return kept >= 0 ? kept : start;
  }

  byte[] bytes() {
    return window.bytes();
  }

  /** Offset of this token in {@link #bytes}; for texts, of the opening quote. */
  int start() {
    return start;
  }

  /** Offset after this token. */
  int end() {
    return position;
  }

  int keptFrom() {
    return kept;
  }

  /** Whether the text just read has escapes. */
  boolean isEscaped() {
    return escaped;
  }

  /** How many objects and arrays are open after this token. */
  int depth() {
    return depth;
  }

  boolean isDone() {
    return expected == Expected.NOTHING;
  }

  Token next() {
    if (inText) {
      return text();
    }
    byte[] bytes = window.bytes();
    int limit = window.limit();
    int i = position;
    while (i < limit) {
      byte c = bytes[i];
      if (c == ':' && expected == Expected.COLON) {
        expected = Expected.VALUE;
      } else if (c == ',' && expected == Expected.COMMA_OR_END) {
        expected = objects[depth - 1] ? Expected.NAME : Expected.VALUE;
      } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        start = i;
        position = i;
        return token(c);
      }
      i++;
    }
    start = i;
    position = i;
    return Token.NEED_MORE;
  }

  private Token token(byte c) {
    return switch (expected) {
      case ROOT -> c == '{' ? open(true) : malformed();
      case VALUE -> value(c);
      case VALUE_OR_END -> c == ']' ? close(c) : value(c);
      case NAME -> c == '"' ? beginText() : malformed();
      case NAME_OR_END -> c == '"' ? beginText() : close(c);
      case COMMA_OR_END -> close(c);
      case COLON, NOTHING -> malformed();
    };
  }

  private Token value(byte c) {
    return switch (c) {
      case '"' -> beginText();
      case '{' -> open(true);
      case '[' -> open(false);
      case 't' -> word(TRUE, Token.TRUE);
      case 'f' -> word(FALSE, Token.FALSE);
      case 'n' -> word(NULL, Token.NULL);
      default -> number();
    };
  }

  private Token open(boolean object) {
    if (depth == mostLevels) {
      throw new DefectiveAnswer(Defect.TOO_DEEP);
    }
    objects[depth++] = object;
    expected = object ? Expected.NAME_OR_END : Expected.VALUE_OR_END;
    position++;
    return object ? Token.OBJECT_START : Token.ARRAY_START;
  }

  private Token close(byte c) {
    boolean object = objects[depth - 1];
    if (c != (object ? '}' : ']')) {
      return malformed();
    }
    depth--;
    position++;
    expected = depth == 0 ? Expected.NOTHING : Expected.COMMA_OR_END;
    return object ? Token.OBJECT_END : Token.ARRAY_END;
  }

  private Token word(byte[] word, Token token) {
    byte[] bytes = window.bytes();
    int at = Math.min(word.length, window.limit() - position);
    for (int i = 0; i < at; i++) {
      if (bytes[position + i] != word[i]) {
        return malformed();
      }
    }
    if (at < word.length) {
      return Token.NEED_MORE;
    }
    position += at;
    expected = Expected.COMMA_OR_END;
    return token;
  }

  private Token number() {
    int length = NumberForm.length(window.bytes(), position, window.limit());
    if (length == NumberForm.OPEN) {
      return Token.NEED_MORE;
    }
    position += length;
    expected = Expected.COMMA_OR_END;
    return Token.NUMBER;
  }

  private Token beginText() {
    position++;
    inText = true;
    escaped = false;
    return text();
  }

  private Token text() {
    byte[] bytes = window.bytes();
    int limit = window.limit();
    int i = TextForm.plain(bytes, position, limit);
    while (i < limit && bytes[i] != '"') {
      int length = TextForm.length(bytes, i, limit);
      if (length == TextForm.OPEN) {
        break;
      }
      escaped |= bytes[i] == '\\';
      i = TextForm.plain(bytes, i + length, limit);
    }
    position = i;
    if (i == limit || bytes[i] != '"') {
      return Token.NEED_MORE;
    }
    position++;
    inText = false;
    return endText();
  }

  private Token endText() {
    if (expected == Expected.VALUE || expected == Expected.VALUE_OR_END) {
      expected = Expected.COMMA_OR_END;
      return Token.STRING;
    }
    expected = Expected.COLON;
    return escaped ? malformed() : Token.NAME;
  }

  private static Token malformed() {
    throw new DefectiveAnswer(Defect.MALFORMED);
  }
}
