package net.sociallook.registry.question;

/** A text that one person writes to another. */
final class Words {
  static final int MOST = 2_000;

  /** An answer has to explain more. */
  static final int MOST_OF_ANSWER = 4_000;

  private Words() {}

  /**
   * Without space around it, lines ended in one way.
   *
   * @throws IllegalArgumentException if it is empty, longer than so many characters, or no text
   */
  static String checked(String text, int most) {
    String clean = text.replace("\r\n", "\n").replace('\r', '\n').strip();
    int length = clean.codePointCount(0, clean.length());
    if (length == 0 || length > most) {
      throw new IllegalArgumentException(
          "text: " + length + " characters (expected: 1 to " + most + ")");
    }
    if (!clean.codePoints().allMatch(Words::isReadable)) {
      throw new IllegalArgumentException("text: control characters (expected: text)");
    }
    return clean;
  }

  private static boolean isReadable(int point) {
    return point == '\n'
        || point == '\t'
        || !(Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
  }
}
