package net.sociallook.registry.reach;

import java.util.Arrays;
import java.util.Locale;

/**
 * In which somebody acts for a client by law. There is no other: a consent is the client's own, and
 * a power of attorney does not reach it.
 */
public enum Capacity {
  /** Of a minor. */
  GUARDIAN,
  /**
   * Rechtliche Betreuung, within its areas.
   *
   * @see <a href="https://www.gesetze-im-internet.de/bgb/__1815.html">§ 1815 BGB</a>
   */
  CARER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if it is none
   */
  public static Capacity ofCode(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("as: unknown (expected: guardian or carer)"));
  }
}
