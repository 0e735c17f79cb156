package net.sociallook.registry.grant;

import java.util.UUID;
import net.sociallook.consent.Grant;

/**
 * A grant as the database has it.
 *
 * @param current its newest version
 * @param signedVersion the version whose signed document the newest lies within
 */
record StoredGrant(UUID id, UUID client, Grant current, int signedVersion) {
  int version() {
    return current.version().number();
  }

  boolean isWithdrawn() {
    return current.withdrawnAt().isPresent();
  }
}
