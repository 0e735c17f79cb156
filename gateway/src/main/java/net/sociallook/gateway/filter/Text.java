package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;

/** Decodes a text that a {@link Tokenizer} has accepted. */
final class Text {
  private Text() {}

  static String decode(byte[] bytes, int from, int to, boolean escaped) {
    String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return escaped ? resolve(raw) : raw;
  }

  private static String resolve(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char kind = raw.charAt(i++);
      if (kind == 'u') {
        text.append((char) Integer.parseInt(raw, i, i + 4, 16));
        i += 4;
      } else {
        text.append(character(kind));
      }
    }
    return text.toString();
  }

  private static char character(char kind) {
    return switch (kind) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> kind;
    };
  }
}
