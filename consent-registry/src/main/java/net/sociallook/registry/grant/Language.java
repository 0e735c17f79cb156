package net.sociallook.registry.grant;

import java.util.Arrays;
import java.util.Locale;

/** The languages in which a client can be asked; their codes are language tags (BCP 47). */
enum Language {
  DE("de", Locale.GERMANY),
  /** Leichte Sprache. */
  DE_SIMPLE("de-simple", Locale.GERMANY),
  EN("en", Locale.UK),
  UK("uk", Locale.of("uk", "UA")),
  AR("ar", Locale.of("ar"));

  private final String code;
  private final Locale formats;

  Language(String code, Locale formats) {
    this.code = code;
    this.formats = formats;
  }

  String code() {
    return code;
  }

  /** For days and times. */
  Locale formats() {
    return formats;
  }

  boolean isRightToLeft() {
    return this == AR;
  }

  /**
   * @throws IllegalArgumentException if it is none of them
   */
  static Language ofCode(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code.equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "language: unknown (expected: de, de-simple, en, uk or ar)"));
  }
}
