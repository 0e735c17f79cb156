package net.sociallook.registry.page.log;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of comma-separated values. What a spreadsheet would take for a formula gets an apostrophe
 * before it: names and purposes are written by others.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180#section-2">RFC 4180 §2</a>
 */
public final class Csv {
  private static final Pattern FORMULA =
      Pattern.compile("^[\\s\\p{Cc}\\p{Cf}]*[=+@\\-＝＋－＠].*", Pattern.DOTALL);

  private final Writer out;

  public Csv(Writer out) {
    this.out = out;
  }

  /** Absent values are empty. */
  public void row(@Nullable Object... values) throws IOException {
    out.write(Arrays.stream(values).map(Csv::cell).collect(Collectors.joining(",")) + "\r\n");
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    String safe = isDangerous(text) ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private static boolean isDangerous(String text) {
    return text.startsWith("\t") || text.startsWith("\r") || FORMULA.matcher(text).matches();
  }
}
