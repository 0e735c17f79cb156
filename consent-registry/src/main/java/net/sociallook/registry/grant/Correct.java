package net.sociallook.registry.grant;

import java.util.function.Supplier;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;

/** Turns what the domain does not accept into a refusal that says what to correct. */
public final class Correct {
  private Correct() {}

  /**
   * @throws Refused with {@link Problem#MALFORMED} where the input is not as it has to be
   */
  public static <T> T orRefused(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new Refused(Problem.MALFORMED, String.valueOf(e.getMessage()));
    }
  }
}
