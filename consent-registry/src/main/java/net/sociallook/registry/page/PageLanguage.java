package net.sociallook.registry.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the page, each with a full text of its own. */
public enum PageLanguage {
  DE("de", "Deutsch"),
  /** Leichte Sprache. The subtag {@code simple} is registered for such texts. */
  DE_SIMPLE("de-simple", "Leichte Sprache"),
  EN("en", "English"),
  UK("uk", "Українська"),
  AR("ar", "العربية");

  private final String tag;
  private final String ownName;

  PageLanguage(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** For {@code lang}; also the name of the file with the texts. */
  public String tag() {
    return tag;
  }

  /** As its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** For {@code dir}. */
  public String direction() {
    return this == AR ? "rtl" : "ltr";
  }

  /** What a request in this language carries, see {@link LanguageChoice}. */
  Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** For dates and numbers. */
  public Locale formats() {
    return switch (this) {
      case DE, DE_SIMPLE -> Locale.GERMANY;
      case EN -> Locale.UK;
      case UK -> Locale.of("uk", "UA");
      case AR -> Locale.of("ar");
    };
  }

  /** The nearest one in which there is a page for the institutions' staff. */
  PageLanguage ofStaff() {
    return this == EN ? EN : DE;
  }

  public static Optional<PageLanguage> ofTag(String tag) {
    return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
  }

  /** In which a text is written that names its language so; German, where it is none of them. */
  public static PageLanguage ofText(String tag) {
    return ofTag(tag).orElse(DE);
  }

  /** German, where it is none of them. */
  public static PageLanguage of(@Nullable Locale locale) {
    return Optional.ofNullable(locale).flatMap(PageLanguage::tagged).orElse(DE);
  }

  private static Optional<PageLanguage> tagged(Locale locale) {
    return ofTag(locale.toLanguageTag().toLowerCase(Locale.ROOT));
  }

  /** The best of them for what a browser asks for, the most wanted first; German if none fits. */
  static PageLanguage bestFor(List<Locale> wanted) {
    return wanted.stream()
        .flatMap(locale -> tagged(locale).or(() -> ofTag(locale.getLanguage())).stream())
        .findFirst()
        .orElse(DE);
  }
}
