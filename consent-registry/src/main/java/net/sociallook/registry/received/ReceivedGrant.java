package net.sociallook.registry.received;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.grant.GivenBy;

/**
 * A grant as its recipient sees it.
 *
 * @param patient the recipient's own pseudonym of the client
 * @param provisions what stands now; empty when it is over, whatever ended it
 * @param signedAt when the client last signed for it, or somebody witnessed it
 * @param by how she gave it
 */
record ReceivedGrant(
    UUID id,
    int version,
    InstitutionId recipient,
    String patient,
    List<Provision> provisions,
    Instant signedAt,
    GivenBy by) {

  /** How it is proved. */
  EvidenceLevel level() {
    return by.level();
  }

  /** There is no third: who was refused is not told that it was. */
  enum State {
    ACTIVE("active", "active"),
    ENDED("ended", "inactive");

    private final String code;
    private final String fhir;

    State(String code, String fhir) {
      this.code = code;
      this.fhir = fhir;
    }

    String code() {
      return code;
    }

    /** Code of the FHIR value set consent-state-codes. */
    String fhir() {
      return fhir;
    }
  }

  State state() {
    return provisions.isEmpty() ? State.ENDED : State.ACTIVE;
  }
}
