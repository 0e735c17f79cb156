package net.sociallook.registry.page.print;

import java.util.regex.Pattern;

/** What XML allows: everything else that somebody typed would make the page unreadable. */
final class Printable {
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
  private static final Pattern CONTROL =
      Pattern.compile("&#(?:x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));");

  private Printable() {}

  /** Without characters, written out or not, that XML 1.0 forbids. */
  static String only(String xhtml) {
    return CONTROL.matcher(NOT_XML.matcher(xhtml).replaceAll("")).replaceAll("");
  }
}
