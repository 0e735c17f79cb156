package net.sociallook.registry.page.receipt;

import java.util.List;
import net.sociallook.registry.grant.Giving;

/** The text that was signed, line by line, in its own language. */
record SignedText(String language, String direction, List<Line> lines) {

  /**
   * @param indented whether it says more of the line before
   */
  record Line(String words, boolean indented) {}

  static SignedText of(Giving.Signed signed) {
    return new SignedText(
        signed.language(),
        signed.language().equals("ar") ? "rtl" : "ltr",
        signed
            .text()
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> new Line(line.strip(), line.startsWith(" ")))
            .toList());
  }
}
