package net.sociallook.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The preset dictionary of a token's sealed part, as {@code docs/protocol.md} writes it down. */
public final class RoutingDictionary {
  private static final String OPENING = "```dictionary";
  private static final String CLOSING = "```";

  private RoutingDictionary() {}

  /**
   * The bytes of the one block of that name, without its line breaks. The page is looked for in the
   * working directory and above it.
   *
   * @throws IllegalStateException if there is no such page, or no such block in it
   */
  public static byte[] fromProtocol() {
    List<String> lines = page();
    int from = lines.indexOf(OPENING) + 1;
    if (from == 0) {
      throw new IllegalStateException("docs/protocol.md: no dictionary (expected: one)");
    }
    List<String> rest = lines.subList(from, lines.size());
    return String.join("", rest.subList(0, rest.indexOf(CLOSING)))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static List<String> page() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null) {
      Path page = directory.resolve("docs/protocol.md");
      if (Files.exists(page)) {
        try {
          return Files.readAllLines(page);
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }
      directory = directory.getParent();
    }
    throw new IllegalStateException("docs/protocol.md: not found (expected: above)");
  }
}
