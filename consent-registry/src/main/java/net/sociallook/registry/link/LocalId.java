package net.sociallook.registry.link;

import java.util.regex.Pattern;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;

/**
 * The number under which an institution itself keeps a client. It has a digit and no blank, so that
 * nobody puts a name there.
 */
public record LocalId(String value) {
  private static final Pattern FORM = Pattern.compile("(?=.*[0-9])[A-Za-z0-9./_-]{1,40}");

  public LocalId {
    if (!FORM.matcher(value).matches()) {
      throw new Refused(
          Problem.MALFORMED,
          "local id: no number of a file (expected: up to 40 letters, digits, . / _ -; a digit)");
    }
  }

  /** Whether this can be one. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
