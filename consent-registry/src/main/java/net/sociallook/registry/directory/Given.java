package net.sociallook.registry.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file gives, or leaves out. */
final class Given {
  private Given() {}

  /**
   * @throws IllegalArgumentException naming it, if it is missing or blank
   */
  static String text(String what, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(what + ": missing (expected: a value)");
    }
    return value;
  }

  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
