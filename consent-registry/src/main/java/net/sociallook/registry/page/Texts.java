package net.sociallook.registry.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/**
 * All texts of the page: {@code texts/<language>.properties}. A text may hold {@code {0}}, {@code
 * {1}} …; nothing else in it is special. One whose number decides its form has a variant for each
 * {@link PluralForm}, {@code key[one]}; the number is then the first argument.
 */
@Component("messageSource")
public class Texts implements MessageSource {
  /**
   * The languages of the page for the institutions' staff, whose texts stand in files of their own.
   */
  public static final List<PageLanguage> STAFF = List.of(PageLanguage.DE, PageLanguage.EN);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

  /** A rule of Leichte Sprache: every sentence begins a line. The style shows the breaks. */
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?]) (?=[\\p{Lu}„])");

  private final Map<PageLanguage, Properties> texts = new EnumMap<>(PageLanguage.class);

  Texts() {
    for (PageLanguage language : PageLanguage.values()) {
      texts.put(language, load(language.tag()));
    }
    for (PageLanguage language : STAFF) {
      Objects.requireNonNull(texts.get(language)).putAll(load("staff-" + language.tag()));
    }
  }

  /**
   * @throws NoSuchMessageException if there is none
   */
  public String text(PageLanguage language, String key, Object... arguments) {
    String text = find(language, key, arguments);
    if (text == null) {
      throw new NoSuchMessageException(key, language.locale());
    }
    return text;
  }

  @Override
  public @Nullable String getMessage(
      String code,
      Object @Nullable [] arguments,
      @Nullable String otherwise,
      @Nullable Locale locale) {
    String text =
        find(PageLanguage.of(locale), code, arguments == null ? new Object[0] : arguments);
    return text == null ? otherwise : text;
  }

  @Override
  public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
    return text(PageLanguage.of(locale), code, arguments == null ? new Object[0] : arguments);
  }

  @Override
  public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
    String[] codes = resolvable.getCodes();
    String text =
        codes == null || codes.length == 0
            ? resolvable.getDefaultMessage()
            : getMessage(
                codes[0], resolvable.getArguments(), resolvable.getDefaultMessage(), locale);
    if (text == null) {
      throw new NoSuchMessageException(resolvable.toString());
    }
    return text;
  }

  private @Nullable String find(PageLanguage language, String key, Object[] arguments) {
    Properties own = java.util.Objects.requireNonNull(texts.get(language));
    String text = own.getProperty(key);
    if (text == null && arguments.length > 0 && arguments[0] instanceof Number number) {
      text = own.getProperty(key + PluralForm.of(language, number.longValue()).suffix());
    }
    if (text == null) {
      return null;
    }
    boolean simple = language == PageLanguage.DE_SIMPLE;
    return fill(simple ? SENTENCE_END.matcher(text).replaceAll("\n") : text, arguments);
  }

  private static String fill(String text, Object[] arguments) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    return matcher.replaceAll(found -> {
      int index = Integer.parseInt(found.group(1));
      return Matcher.quoteReplacement(
          index < arguments.length ? String.valueOf(arguments[index]) : found.group());
    });
  }

  private static Properties load(String name) {
    String resource = "/texts/" + name + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": missing (expected: in the jar)");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
