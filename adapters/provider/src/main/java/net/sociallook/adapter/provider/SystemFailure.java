package net.sociallook.adapter.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The FHIR server did not answer, or not as it must. Says what was wrong in words of our own: what
 * the server wrote is in neither the message nor the cause.
 */
final class SystemFailure extends UncheckedIOException {
  private static final long serialVersionUID = 1;

  SystemFailure(String what) {
    super(new IOException("FHIR server: " + what));
  }

  /** What must be there. */
  static <V> V unlessGiven(@Nullable V value, String element) {
    if (value == null || value instanceof String text && text.isBlank()) {
      throw new SystemFailure(element + ": missing");
    }
    return value;
  }
}
