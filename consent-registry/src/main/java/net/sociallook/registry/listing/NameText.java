package net.sociallook.registry.listing;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: words in lower case without accents, each behind a space. */
final class NameText {
  private NameText() {}

  static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    return (" " + plain)
        .replace("ß", "ss")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .stripTrailing();
  }
}
