package net.sociallook.adapter.link;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a client at this institution.
 *
 * @param value 32 hexadecimal digits, lower case
 */
public record Pseudonym(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public Pseudonym {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("pseudonym: malformed (expected: 32 hexadecimal digits)");
    }
  }

  public static Optional<Pseudonym> parse(String value) {
    return FORM.matcher(value).matches() ? Optional.of(new Pseudonym(value)) : Optional.empty();
  }
}
