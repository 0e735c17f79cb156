package net.sociallook.registry.grant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;

/** Grants with all their versions. Everything takes part in the caller's transaction. */
interface GrantStore {

  /**
   * Makes every other transaction that would change something of this client wait for this one, so
   * that no change of a grant slips past a block that is being set.
   */
  void lockClient(UUID client);

  Optional<StoredGrant> find(UUID client, UUID grant);

  Optional<StoredGrant> find(UUID client, InstitutionId recipient);

  /** In the order of their recipients. */
  List<StoredGrant> of(UUID client);

  /**
   * Creates a grant with its first version.
   *
   * @throws org.springframework.dao.DuplicateKeyException if there is one between these two
   */
  void create(Grant.Parties parties, GrantVersion first, GrantDocument document);

  /**
   * Adds the next version.
   *
   * @param raises whether versions below it are dead from now on
   */
  void append(GrantVersion next, boolean raises);

  /** Keeps what a version rests on that is added next. */
  void keep(UUID grant, int version, GrantDocument document);

  /** The oldest first. */
  List<GrantVersion> versions(UUID grant);

  /** Empty also where the version rests on what was witnessed. */
  Optional<SignedDocument> signed(UUID grant, int version);

  /** What this version rests on. */
  Optional<GrantDocument> document(UUID grant, int version);
}
