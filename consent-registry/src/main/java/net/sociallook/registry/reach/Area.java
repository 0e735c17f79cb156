package net.sociallook.registry.reach;

import java.util.Arrays;
import java.util.Locale;

/** What a legal carer is appointed for, as far as it matters to institutions of social help. */
public enum Area {
  /** Dealings with authorities and social security. */
  AUTHORITIES,
  ASSETS,
  HEALTH,
  HOUSING,
  EDUCATION;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if it is none
   */
  public static Area ofCode(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "areas: unknown (expected: authorities, assets, health, housing or education)"));
  }
}
