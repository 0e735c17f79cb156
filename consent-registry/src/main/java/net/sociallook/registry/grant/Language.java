package net.sociallook.registry.grant;

import java.util.Locale;

/** The languages in which a client can be asked. */
enum Language {
  DE,
  EN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if it is none of them
   */
  static Language ofCode(String code) {
    for (Language language : values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    throw new IllegalArgumentException("language: unknown (expected: de or en)");
  }
}
