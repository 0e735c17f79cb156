package net.sociallook.pilot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a page of documentation tells people to type into a shell.
 *
 * @param answer what the page says that comes of it, if it says so
 */
record Snippet(String code, Optional<String> answer) {
  private static final String ANSWER = "(?:\\s*<!-- answers -->\\s*```(?:json|text)\\n(.*?)```)?";

  /**
   * The snippets that a test executes, in the order of the page: those behind {@code <!-- executed
   * by TEST -->}.
   *
   * @param page its path in the repository
   */
  static List<Snippet> of(String page, Class<?> test) {
    String marker = "<!-- executed by " + test.getSimpleName() + " -->";
    Pattern pattern = Pattern.compile(marker + "\\s*```sh\\n(.*?)```" + ANSWER, Pattern.DOTALL);
    try {
      return pattern
          .matcher(Files.readString(PilotProcess.SOURCES.resolve(page)))
          .results()
          .map(match -> new Snippet(match.group(1), Optional.ofNullable(match.group(2))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it calls this program. */
  boolean calls(String program) {
    return Pattern.compile("\\b" + program + " ").matcher(code).find();
  }
}
