package net.sociallook.registry.page;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Map;

/**
 * What somebody wrote, for a place among other things: {@code parts :: words} shows it.
 *
 * @param beginning three lines, and 300 characters, at most; all of it where that is enough
 */
public record Excerpt(String beginning, boolean isLong, String all) {
  private static final int LONGEST = 300;
  private static final int MOST_LINES = 3;

  public static Excerpt of(String text) {
    int end = Math.min(afterCharacters(text), afterLines(text));
    return text.substring(end).isBlank()
        ? new Excerpt(text, false, text)
        : new Excerpt(text.substring(0, end).strip() + " …", true, text);
  }

  /**
   * In which language an institution wrote it, for {@code lang}: told by its letters; German, in
   * which offices write, where they are those of several languages.
   *
   * @see <a href="https://www.w3.org/TR/WCAG22/#language-of-parts">WCAG 2.2, 3.1.2</a>
   */
  public String language() {
    Map<Character.UnicodeScript, Long> letters =
        all.codePoints()
            .filter(Character::isLetter)
            .boxed()
            .collect(groupingBy(Character.UnicodeScript::of, counting()));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most ->
            switch (most.getKey()) {
              case ARABIC -> PageLanguage.AR;
              case CYRILLIC -> PageLanguage.UK;
              default -> PageLanguage.DE;
            })
        .orElse(PageLanguage.DE)
        .tag();
  }

  private static int afterCharacters(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text.length()
        : text.offsetByCodePoints(0, LONGEST);
  }

  private static int afterLines(String text) {
    int end = -1;
    for (int line = 0; line < MOST_LINES; line++) {
      end = text.indexOf('\n', end + 1);
      if (end < 0) {
        return text.length();
      }
    }
    return end;
  }
}
