package net.sociallook.registry.staff.invite;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.registry.page.Dates;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Texts;
import org.springframework.stereotype.Component;

/** What the sheet of an invitation says. */
@Component
class SheetWords {
  private final Texts texts;
  private final Dates dates;

  SheetWords(Texts texts, Dates dates) {
    this.texts = texts;
    this.dates = dates;
  }

  /**
   * In one language.
   *
   * @param free that nobody has to, and that it opens nothing yet
   */
  record Sheet(PageLanguage language, String title, String lead, List<String> steps, String free) {}

  /**
   * The client's language first; German beside it for those who help her, where she does not read
   * German anyway.
   */
  List<Sheet> beside(PageLanguage own, Instant until) {
    return Stream.of(own, own == PageLanguage.DE_SIMPLE ? own : PageLanguage.DE)
        .distinct()
        .map(language -> in(language, until))
        .toList();
  }

  private Sheet in(PageLanguage language, Instant until) {
    return new Sheet(
        language,
        texts.text(language, "sheet.title"),
        texts.text(language, "sheet.lead", dates.time(until, language)),
        List.of(
            texts.text(language, "sheet.scan"),
            texts.text(language, "sheet.passkey"),
            texts.text(language, "sheet.compare")),
        texts.text(language, "sheet.free"));
  }
}
