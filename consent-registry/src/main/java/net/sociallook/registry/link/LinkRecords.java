package net.sociallook.registry.link;

import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;

/**
 * Keeps how a client without a device is linked: what staff do about her stands where she can see
 * it, or it is not done.
 */
public interface LinkRecords {

  /** What is done. */
  sealed interface Act {
    /** She is linked with the institution itself; nothing comes of it before it is confirmed. */
    record LinkedHere(CaseworkerId witness) implements Act {}

    /** The code of another institution is accepted for her; likewise. */
    record LinkedElsewhere(InstitutionId other) implements Act {}

    /** The institution endorses the link: now it counts. */
    record Confirmed() implements Act {}
  }

  /**
   * Whose desk it is, and who sits on both sides of it.
   *
   * @param pseudonym of the client at the institution
   */
  record At(InstitutionId institution, Attested by, UUID client, String pseudonym) {}

  /**
   * Comes last in the transaction of the act, after every lock of another kind.
   *
   * @param id of the record, which the row of the link names
   * @throws IllegalStateException if there is no transaction
   */
  void keep(UUID id, At at, Act act);
}
