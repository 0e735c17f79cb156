package net.sociallook.registry.page;

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
