package net.sociallook.testbed.push;

import java.util.Map;

/**
 * What a push service answers.
 *
 * @param hangs whether it never does
 * @param endless whether its body has no end
 */
public record Reply(int status, Map<String, String> headers, boolean hangs, boolean endless) {
  public static Reply status(int status) {
    return new Reply(status, Map.of(), false, false);
  }

  public static Reply status(int status, String header, String value) {
    return new Reply(status, Map.of(header, value), false, false);
  }

  public static Reply none() {
    return new Reply(0, Map.of(), true, false);
  }

  public static Reply endless(int status) {
    return new Reply(status, Map.of(), false, true);
  }
}
