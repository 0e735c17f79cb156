package net.sociallook.registry.push;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a client can want to be told of. A notice itself never says which it was. */
public enum Topic {
  REQUEST,
  FIRST_LOOK,
  MESSAGE,
  ANSWER;

  /** Stable, kebab-case. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException if it is none of them
   */
  @JsonCreator
  public static Topic of(String code) {
    return Arrays.stream(values())
        .filter(topic -> topic.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("topic: unknown (expected: a known one)"));
  }
}
