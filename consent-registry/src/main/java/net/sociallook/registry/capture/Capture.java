package net.sociallook.registry.capture;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.Capturing;

/**
 * What an institution captures for a client; it gives nothing before it is stated.
 *
 * @param caseworker who captures
 * @param witness somebody else of the institution, who is there
 * @param prepared the words for the client, and the document that commits to them
 * @param scan of a paper, once it was recorded
 * @param takenAt when it became a version of the grant
 */
public record Capture(
    UUID id,
    InstitutionId institution,
    UUID client,
    InstitutionId recipient,
    EvidenceLevel level,
    CaseworkerId caseworker,
    CaseworkerId witness,
    Capturing.Prepared prepared,
    Optional<Scan> scan,
    Optional<Instant> takenAt,
    Instant createdAt,
    Instant expiresAt) {

  /** How far it has come. */
  public enum Phase {
    /** On paper: the signed sheet has not come back. */
    UNSIGNED,
    /** The institution has to state it. */
    UNSTATED,
    GIVEN,
    ENDED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Phase phase(Instant now) {
    if (takenAt.isPresent()) {
      return Phase.GIVEN;
    }
    if (!now.isBefore(expiresAt)) {
      return Phase.ENDED;
    }
    return level == EvidenceLevel.PAPER && scan.isEmpty() ? Phase.UNSIGNED : Phase.UNSTATED;
  }
}
