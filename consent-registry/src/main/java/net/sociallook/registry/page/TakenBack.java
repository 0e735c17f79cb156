package net.sociallook.registry.page;

import java.time.Duration;
import net.sociallook.registry.grant.TakingBack.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** How long taking something back took, on the way to the page that shows what became of it. */
public final class TakenBack {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private TakenBack() {}

  /**
   * To the page that shows it. The time goes with the address; whether it is so is found out anew
   * each time that page is asked for.
   */
  public static Redirect to(String path, Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.InForce<?> inForce ->
          Redirect.to(
              UriComponentsBuilder.fromUriString(path)
                  .queryParam("after", inForce.after().toMillis())
                  .build()
                  .toUriString());
      case Outcome.Checking<?> checking -> Redirect.to(path);
    };
  }

  /** Milliseconds as they came with an address; null where they cannot be true. */
  public static @Nullable Long millis(@Nullable Long after) {
    return after == null || after < 0 || after > LONGEST.toMillis() ? null : after;
  }
}
