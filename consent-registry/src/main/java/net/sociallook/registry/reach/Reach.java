package net.sociallook.registry.reach;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;

/**
 * Which institutions a session has to do with. What lies between institutions of which one is
 * beyond it does not exist for that session.
 */
public sealed interface Reach {
  /** The client herself: everywhere. */
  Reach OWN = new Own();

  /** Whether the institution lies within. */
  boolean covers(InstitutionId institution);

  /** Who acts for the client; empty where she does so herself. */
  Optional<Acting> acting();

  /** The client herself. */
  record Own() implements Reach {
    @Override
    public boolean covers(InstitutionId institution) {
      return true;
    }

    @Override
    public Optional<Acting> acting() {
      return Optional.empty();
    }
  }

  /**
   * Who acts for a client by law, where institutions have endorsed her passkey for it.
   *
   * @param mandates at least one
   */
  record Acting(UUID representative, Capacity capacity, Map<InstitutionId, Mandate> mandates)
      implements Reach {
    public Acting {
      mandates = Map.copyOf(mandates);
    }

    @Override
    public boolean covers(InstitutionId institution) {
      return mandates.containsKey(institution);
    }

    @Override
    public Optional<Acting> acting() {
      return Optional.of(this);
    }

    /**
     * What this institution has endorsed.
     *
     * @throws IllegalArgumentException if it is beyond reach
     */
    public Mandate mandate(InstitutionId institution) {
      Mandate mandate = mandates.get(institution);
      if (mandate == null) {
        throw new IllegalArgumentException("institution: beyond reach (expected: within)");
      }
      return mandate;
    }
  }

  /** The earlier of this instant and the end of acting with the institution. */
  default Instant atMost(Instant end, InstitutionId institution) {
    return acting()
        .map(acting -> acting.mandate(institution).until())
        .filter(until -> until.isBefore(end))
        .orElse(end);
  }
}
