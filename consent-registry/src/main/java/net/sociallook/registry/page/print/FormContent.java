package net.sociallook.registry.page.print;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.passkey.Bytes;

/**
 * A sheet on which a client allows something with pen and paper.
 *
 * @param parties by name
 * @param reference by which a scan is matched; on every page, also as QR code
 * @param lines what it is about
 */
public record FormContent(
    PageLanguage language, Parties parties, Reference reference, List<Line> lines) {
  private static final Pattern NUMBERED = Pattern.compile("\\d+\\. .*");

  /**
   * @param recipient who wants to be allowed something
   * @param holder whose data, and where the sheet is signed
   * @param witness who signs beside the client; empty where that is not known yet
   */
  public record Parties(String recipient, String holder, String witness) {}

  /**
   * @param shown short enough to be read out
   * @param code in the QR code
   */
  public record Reference(String shown, String code) {}

  /**
   * @param kind code of it
   */
  public record Line(Kind kind, String words) {
    /** For the template. */
    public String style() {
      return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How a line stands on the sheet. */
  public enum Kind {
    PLAIN,
    /** With a box to be ticked. */
    BOX,
    /** Says more of the line before. */
    MORE,
    /** With a rule to write on. */
    BLANK
  }

  public FormContent {
    lines = List.copyOf(lines);
  }

  /**
   * A sheet with exactly these words, as they were prepared; each numbered line gets a box. The
   * code is {@code id.hash}, the hash that of the words (SHA-256, base64url).
   */
  public static FormContent prepared(
      PageLanguage language, Parties parties, String id, String words) {
    String hash =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Bytes.sha256(words.getBytes(StandardCharsets.UTF_8)));
    return new FormContent(
        language,
        parties,
        new Reference(id, id + "." + hash),
        words.lines().filter(line -> !line.isBlank()).map(FormContent::line).toList());
  }

  private static Line line(String words) {
    if (words.startsWith(" ")) {
      return new Line(Kind.MORE, words.strip());
    }
    return new Line(NUMBERED.matcher(words).matches() ? Kind.BOX : Kind.PLAIN, words);
  }
}
