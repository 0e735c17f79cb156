package net.sociallook.registry.grant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;

/** Reads grants as they stand. Takes part in the caller's transaction. */
public interface GrantReader {

  /**
   * The newest version of what the client has allowed this recipient, withdrawn or not; empty when
   * she never did. The grant's client is the registry's own id of her.
   */
  Optional<Grant> grantFor(UUID client, InstitutionId recipient);

  /** The same, with what proves it to a gateway where this holder is asked. */
  Optional<CurrentGrant> currentFor(UUID client, InstitutionId recipient, InstitutionId holder);

  /**
   * A grant and what proves it.
   *
   * @param proofs those that reach the holder and carry something of its data, the newest first
   * @param unproven what is missing where they carry nothing
   */
  record CurrentGrant(Grant grant, List<Proven> proofs, Unproven unproven) {
    public CurrentGrant {
      proofs = List.copyOf(proofs);
    }

    /** The newest proof; empty where the holder has not endorsed the key that signed. */
    public Optional<Evidence> evidence() {
      return proofs.stream().map(Proven::evidence).findFirst();
    }
  }
}
