package net.sociallook.consent;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks a value of a closed list up by its wire code; unknown is refused, with the list of what is
 * known.
 */
final class Codes {
  private Codes() {}

  static <E extends Enum<E>> E find(E[] values, Function<E, String> code, String wanted) {
    for (E value : values) {
      if (code.apply(value).equals(wanted)) {
        return value;
      }
    }
    String known = Arrays.stream(values).map(code).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("code: " + wanted + " (expected: one of " + known + ")");
  }
}
