package net.sociallook.registry.page.print;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.sociallook.registry.page.Dates;
import net.sociallook.registry.page.PageLanguage;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Prints a template of {@code templates/print} as PDF: tagged (PDF/UA-1), with its fonts, and in
 * the reading order of its language. Such a template is XHTML; whatever people wrote goes through
 * {@code th:text}. Nothing is loaded while printing.
 *
 * @see <a href="https://www.iso.org/standard/64599.html">ISO 14289-1</a>
 */
@Component
public class Printer {
  private static final char NO_BREAK_SPACE = '\u00A0';

  /** What is isolated, up to its role in brackets; unless it is long enough to tear a line. */
  private static final Pattern NAME =
      Pattern.compile("(?<=\u2068)[^\u2069<>&\n(]{1,40}(?=\u2069| \\()");

  private final SpringTemplateEngine templates;
  private final Typesetter typesetter;
  private final Dates dates;

  Printer(SpringTemplateEngine templates, Typesetter typesetter, Dates dates) {
    this.templates = templates;
    this.typesetter = typesetter;
    this.dates = dates;
  }

  /**
   * @param template below {@code print/}
   * @param model what the template shows; {@code language} and {@code dates} are added
   * @throws IllegalArgumentException if it is longer than anything that is printed here
   */
  public byte[] pdf(String template, PageLanguage language, Map<String, ?> model) {
    Locale locale = Locale.forLanguageTag(language.tag());
    Map<String, Object> all = new HashMap<>(model);
    all.put("language", language);
    all.put("dates", dates);
    LocaleContext reader = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(locale);
    try {
      String page = templates.process("print/" + template, new Context(locale, all));
      // Who hears the page would hear one word where a line ends without a space.
      return typesetter.pdf(unbroken(page).replace("\n", " \n"));
    } finally {
      LocaleContextHolder.setLocaleContext(reader);
    }
  }

  /** Names stay in one line: half of one is hard to find in a text of another script. */
  private static String unbroken(String page) {
    return NAME.matcher(page).replaceAll(name -> name.group().replace(' ', NO_BREAK_SPACE));
  }
}
