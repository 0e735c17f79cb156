package net.sociallook.registry.grant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;

/** Grants by their recipient. Takes part in the caller's transaction. */
public interface RecipientGrants {

  /**
   * A grant in its newest version, withdrawn or not.
   *
   * @param signedAt when the client last signed for it, or somebody witnessed it
   * @param by how she gave it
   */
  record GivenGrant(UUID id, UUID client, Grant current, Instant signedAt, GivenBy by) {}

  /** Empty also where the grant is another recipient's. */
  Optional<GivenGrant> find(InstitutionId recipient, UUID grant);

  /** In the order of their ids. */
  List<GivenGrant> page(InstitutionId recipient, Slice slice);

  /**
   * Which of them.
   *
   * @param client of this client alone
   * @param after only larger ids
   * @param count at most so many
   */
  record Slice(Optional<UUID> client, Optional<UUID> after, int count) {}
}
