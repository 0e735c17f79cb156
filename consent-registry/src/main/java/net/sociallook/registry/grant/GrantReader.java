package net.sociallook.registry.grant;

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
  Optional<CurrentGrant> currentFor(UUID client, InstitutionId recipient);

  /** A grant and what proves it. */
  record CurrentGrant(Grant grant, SignedEvidence evidence) {}
}
