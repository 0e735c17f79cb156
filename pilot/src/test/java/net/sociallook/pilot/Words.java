package net.sociallook.pilot;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page says in one language. */
record Words(Properties texts) {
  private static final Path FOLDER =
      PilotProcess.SOURCES.resolve("consent-registry/src/main/resources/texts");

  static Words in(String language) {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(language + ".properties"))) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Words(texts);
  }

  String of(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new AssertionError("text: none of " + key + " (expected: one)");
    }
    return text;
  }

  /** The text with anything in place of what is filled in; for the browser, which has no quotes. */
  Pattern filled(String key) {
    return Pattern.compile(
        Stream.of(of(key).split("\\{0}", -1))
            .map(part -> part.replaceAll("[.*+?^$()|\\[\\]\\\\]", "\\\\$0"))
            .collect(Collectors.joining(".+")));
  }
}
