package net.sociallook.consent;

/** The one check that every textual id of the domain makes. */
final class Text {
  private Text() {}

  static void requireNotBlank(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + ": blank (expected: a value)");
    }
  }
}
