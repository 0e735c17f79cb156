package net.sociallook.gateway.token;

import java.util.Arrays;

/** The kinds of steps in a chain, and how many fields of a routing each has. */
enum StepKind {
  KEY("key", 2, 3),
  RECOVERY("recovery", 2, 4),
  RECOVERY_BY_TWO("recovery-by-two", 4, 7);

  private final String code;
  private final int texts;
  private final int random;

  StepKind(String code, int texts, int random) {
    this.code = code;
    this.texts = texts;
    this.random = random;
  }

  /**
   * @throws IllegalArgumentException if there is no such kind
   */
  static StepKind ofCode(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("chain: unknown (expected: of three)"));
  }

  int texts() {
    return texts;
  }

  int random() {
    return random;
  }
}
