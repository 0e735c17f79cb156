package net.sociallook.pilot.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/** A file of settings, readable by its owner alone. */
final class SettingsFile {
  private final Map<String, String> values = new TreeMap<>();
  private final String prefix;

  /**
   * @param prefix stands before every key that {@link #own} sets
   */
  SettingsFile(String prefix) {
    this.prefix = prefix;
  }

  SettingsFile own(String key, Object value) {
    return set(prefix + "." + key, value);
  }

  SettingsFile set(String key, Object value) {
    values.put(key, value.toString());
    return this;
  }

  Path write(Path file) {
    StringBuilder text =
        new StringBuilder("# Written by the pilot at every start; changes are lost.\n");
    values.forEach((key, value) ->
        text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
