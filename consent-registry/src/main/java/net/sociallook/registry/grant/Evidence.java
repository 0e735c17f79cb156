package net.sociallook.registry.grant;

import java.time.Instant;
import java.util.Optional;
import net.sociallook.consent.EvidenceLevel;

/** What proves to a gateway that the client agreed. */
public sealed interface Evidence permits SignedEvidence, WitnessedEvidence {

  /** Canonical form (RFC 8785) of what the client signed, or what was witnessed. */
  byte[] document();

  EvidenceLevel level();

  /** When it ends with the order of who signed for the client; empty where it does not. */
  default Optional<Instant> until() {
    return Optional.empty();
  }

  /** Whether the holder vouched for it under this pseudonym of the client. */
  boolean isFor(String pseudonym);
}
