package net.sociallook.gateway.filter;

import java.util.Optional;
import net.sociallook.consent.Basis;
import net.sociallook.consent.Reason;

/** What becomes of one resource. */
sealed interface Verdict {

  /** It may leave, as far as the allow-list lets it. */
  record Release(Candidate candidate, Basis basis) implements Verdict {}

  /**
   * It may not leave.
   *
   * @param reason empty where it could not be judged
   */
  record Withhold(Optional<Reason> reason) implements Verdict {
    static final Withhold UNJUDGED = new Withhold(Optional.empty());
  }
}
