package net.sociallook.registry.token.key;

import java.time.Instant;
import java.util.Optional;

/**
 * What a published key is for.
 *
 * @param publishedUntil given for a retired key alone: its last token is over before
 */
public record KeyStanding(String kid, State state, Optional<Instant> publishedUntil) {

  /** The codes are those of the database and of the operator's answers. */
  public enum State {
    /** It signs. */
    CURRENT("current"),
    /** It is known before it signs. */
    NEXT("next"),
    /** It signed tokens that can still be alive. */
    RETIRED("retired");

    private final String code;

    State(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
