package net.sociallook.gateway.filter;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers that an answer was found defective: from then on nothing but that is said of it. */
final class Soundness {
  private @Nullable DefectiveAnswer defect;

  <T> T whileSound(Supplier<T> step) {
    if (defect != null) {
      throw defect;
    }
    try {
      return step.get();
    } catch (DefectiveAnswer found) {
      defect = found;
      throw found;
    }
  }
}
