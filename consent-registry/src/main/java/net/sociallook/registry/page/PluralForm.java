package net.sociallook.registry.page;

import java.util.List;
import java.util.Locale;

/**
 * The forms that a number gives to the words around it; whole numbers only.
 *
 * @see <a
 *     href="https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html">CLDR,
 *     language plural rules</a>
 */
enum PluralForm {
  ZERO,
  ONE,
  TWO,
  FEW,
  MANY,
  OTHER;

  /** As in {@code key[one]}. */
  String suffix() {
    return "[" + name().toLowerCase(Locale.ROOT) + "]";
  }

  /** The forms that texts of this language need. */
  static List<PluralForm> in(PageLanguage language) {
    return switch (language) {
      case DE, DE_SIMPLE, EN -> List.of(ONE, OTHER);
      case UK -> List.of(ONE, FEW, MANY);
      case AR -> List.of(values());
    };
  }

  static PluralForm of(PageLanguage language, long number) {
    return switch (language) {
      case DE, DE_SIMPLE, EN -> number == 1 ? ONE : OTHER;
      case UK -> ukrainian(number % 10, number % 100);
      case AR -> arabic(number, number % 100);
    };
  }

  private static PluralForm ukrainian(long lastDigit, long lastTwo) {
    if (lastDigit == 1 && lastTwo != 11) {
      return ONE;
    }
    return lastDigit >= 2 && lastDigit <= 4 && (lastTwo < 12 || lastTwo > 14) ? FEW : MANY;
  }

  private static PluralForm arabic(long number, long lastTwo) {
    if (number <= 2) {
      return values()[(int) number];
    }
    if (lastTwo >= 3 && lastTwo <= 10) {
      return FEW;
    }
    return lastTwo >= 11 ? MANY : OTHER;
  }
}
