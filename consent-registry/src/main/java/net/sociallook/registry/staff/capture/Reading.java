package net.sociallook.registry.staff.capture;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.capture.Capture;
import net.sociallook.registry.grant.Capturing;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Texts;
import net.sociallook.registry.page.giving.Lines;
import org.springframework.stereotype.Component;

/** What is read to a client in her language before she says yes or no. */
@Component
class Reading {
  private static final List<String> LAW =
      List.of(
          "who", "data", "purpose", "time", "free", "back", "never", "duty", "special", "secret",
          "rights", "proof");

  private final Texts texts;
  private final Lines lines;
  private final Capturing capturing;

  Reading(Texts texts, Lines lines, Capturing capturing) {
    this.texts = texts;
    this.lines = lines;
    this.capturing = capturing;
  }

  /** A heading and what is read under it. */
  record Passage(String title, String text) {}

  /**
   * @param items what may be done, one sentence each
   * @param law the contents of § 67b SGB X
   */
  record Spoken(
      PageLanguage language, String ask, List<String> items, String free, List<Passage> law) {}

  Spoken of(Capture capture, PageLanguage language) {
    String recipient = lines.institution(capture.recipient());
    return new Spoken(
        language,
        texts.text(language, "capture.ask", recipient, holder(capture.institution())),
        lines.of(capturing.provisions(capture.prepared())).stream()
            .map(line -> item(line, language))
            .toList(),
        texts.text(language, "capture.free"),
        LAW.stream().map(part -> passage(part, language)).toList());
  }

  private String holder(InstitutionId id) {
    return lines.institution(id);
  }

  private String item(Lines.Line line, PageLanguage language) {
    List<String> parts = new ArrayList<>();
    parts.add(words(language, "permission." + line.permission()) + ".");
    parts.add(words(language, "permission." + line.permission() + ".about"));
    parts.add(texts.text(language, "giving.until", day(line.end(), language)));
    Stream.ofNullable(line.document())
        .map(id -> texts.text(language, "giving.document", id))
        .forEach(parts::add);
    Stream.ofNullable(line.person())
        .map(name -> texts.text(language, "giving.person", name))
        .forEach(parts::add);
    return String.join(" ", parts);
  }

  private Passage passage(String part, PageLanguage language) {
    String key = "giving.law." + part;
    return new Passage(words(language, key + ".title"), words(language, key));
  }

  /** A text whose key is put together; they are all used elsewhere too. */
  private String words(PageLanguage language, String key) {
    return texts.text(language, key);
  }

  /** The last day on which it is good. */
  private static String day(Instant end, PageLanguage language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.formats())
        .withZone(ZoneId.of("Europe/Berlin"))
        .format(end.minusMillis(1));
  }
}
