package net.sociallook.registry.ledger.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the texts of a message may look. What has no form could carry content into the ledger. */
enum Form {
  INSTITUTION("[a-z0-9-]{3,64}"),
  NAME("[a-z0-9-]{2,64}"),
  PSEUDONYM("[0-9a-f]{32}"),
  RESOURCE_TYPE("[A-Z][A-Za-z]{0,63}"),
  RESOURCE_ID("[A-Za-z0-9.-]{1,64}"),
  CODE("[a-z][a-z0-9-]{0,63}"),
  PURPOSE("[A-Z]{1,32}"),
  TOKEN("[A-Za-z0-9._-]{1,64}");

  private final Pattern pattern;

  Form(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /**
   * @throws IllegalArgumentException if the text has another form
   */
  void require(String member, @Nullable String text) {
    if (text == null || !pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(member + " (expected: " + pattern + ")");
    }
  }

  /**
   * @throws IllegalArgumentException if there is a text of another form
   */
  void requireUnlessNull(String member, @Nullable String text) {
    if (text != null) {
      require(member, text);
    }
  }
}
