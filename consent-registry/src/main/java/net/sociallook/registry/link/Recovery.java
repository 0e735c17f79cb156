package net.sociallook.registry.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.passkey.KeyDocument;

/**
 * New access for a client who has lost her passkeys. Until it is full it is a client record of its
 * own, so that nothing of hers is to be seen with it but what the inviting institution has.
 *
 * @param waiting the record that waits
 * @param client whose access it becomes
 * @param credential id of the new passkey
 * @param document for an older key of hers to sign
 * @param institutions that have endorsed the new key
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
public record Recovery(
    UUID waiting,
    UUID client,
    byte[] credential,
    KeyDocument document,
    List<InstitutionId> institutions,
    Stand stand) {

  /** For the institution: {@code waiting}, {@code full} or {@code refused}. */
  public String state() {
    return stand.end().map(end -> end.full() ? "full" : "refused").orElse("waiting");
  }

  /**
   * @param noticedAt since when her older devices are told; empty before an institution endorsed
   * @param fullAt when it becomes full if nobody says no
   */
  public record Stand(Optional<Instant> noticedAt, Optional<Instant> fullAt, Optional<End> end) {}

  /** How it ended. */
  public record End(boolean full, Instant at) {}
}
