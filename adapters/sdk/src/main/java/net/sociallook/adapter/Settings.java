package net.sociallook.adapter;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * A properties file in UTF-8 that is read key by key. Relative paths start from its own directory.
 * Messages name the file and the key.
 */
public final class Settings {
  private final Path file;
  private final Properties values;
  private final Set<String> asked = new HashSet<>();

  private Settings(Path file, Properties values) {
    this.file = file;
    this.values = values;
  }

  /**
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Settings read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Properties values = new Properties();
      values.load(reader);
      return new Settings(file.toAbsolutePath(), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException if there is no such key, or nothing behind it
   */
  public String text(String key) {
    return optional(key).orElseThrow(() -> wrong(key, "nothing", "a value"));
  }

  /** Empty where there is no such key, or nothing behind it. */
  public Optional<String> optional(String key) {
    asked.add(key);
    return Optional.ofNullable(values.getProperty(key))
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }

  public Path path(String key) {
    return resolve(text(key));
  }

  /** A path that somebody wrote in this file. */
  public Path resolve(String path) {
    return Optional.ofNullable(file.getParent())
        .map(dir -> dir.resolve(path))
        .orElse(Path.of(path));
  }

  /**
   * A port, 0 for a free one.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public int port(String key) {
    String value = text(key);
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
      throw wrong(key, value, "0 to 65535");
    }
    return Integer.parseInt(value);
  }

  /**
   * To be called when all keys have been asked for.
   *
   * @throws IllegalArgumentException if the file has others
   */
  public void refuseOthers() {
    Set<String> others = new TreeSet<>(values.stringPropertyNames());
    others.removeAll(asked);
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": " + others + " (expected: only " + new TreeSet<>(asked) + ")");
    }
  }

  /** What to throw when a value is not as it must be. */
  public IllegalArgumentException wrong(String key, String value, String expected) {
    return new IllegalArgumentException(
        file + ", " + key + ": " + value + " (expected: " + expected + ")");
  }
}
