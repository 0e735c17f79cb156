package net.sociallook.adapter.jobcenter.simulation;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one case system is told.
 *
 * @param port on the loopback address, 0 for a free one
 * @param secret the key that callers must show
 * @param today the day around which appointments and calendars lie
 */
record Setup(String institution, int port, String secret, People people, LocalDate today) {
  private static final Set<String> KEYS =
      Set.of("institution", "port", "secret-file", "people", "today");

  /**
   * Reads a properties file in UTF-8. Relative paths start from its directory.
   *
   * @throws IllegalArgumentException naming the key that is missing, wrong or unknown
   */
  static Setup read(Path file) {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
      Set<String> others = new TreeSet<>(values.stringPropertyNames());
      others.removeAll(KEYS);
      if (!others.isEmpty()) {
        throw new IllegalArgumentException(
            file + ": " + others + " (expected: only " + new TreeSet<>(KEYS) + ")");
      }
      Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
      return new Setup(
          text(values, "institution"),
          port(text(values, "port")),
          Files.readString(directory.resolve(text(values, "secret-file"))).strip(),
          People.read(directory.resolve(text(values, "people"))),
          day(text(values, "today")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Properties values, String key) {
    String value = values.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(key + ": nothing (expected: a value)");
    }
    return value;
  }

  private static int port(String value) {
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
      throw new IllegalArgumentException("port: " + value + " (expected: 0 to 65535)");
    }
    return Integer.parseInt(value);
  }

  private static LocalDate day(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("today: " + value + " (expected: 2026-11-22)", e);
    }
  }
}
