package net.sociallook.registry.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Grant;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provisions;

/**
 * A grant as the database has it.
 *
 * @param current its newest version
 * @param signedVersion the version whose signed document the newest lies within
 */
public record StoredGrant(UUID id, UUID client, Grant current, int signedVersion) {

  /** Reads a row of a grant joined with its newest version. */
  static StoredGrant of(ResultSet row, ProvisionRows provisions) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID client = row.getObject("client", UUID.class);
    boolean withdrawn = row.getString("change").equals(GrantVersion.Change.WITHDRAWN.code());
    Instant createdAt = row.getTimestamp("created_at").toInstant();
    return new StoredGrant(
        id,
        client,
        new Grant(
            new Grant.Version(new GrantId(id.toString()), row.getInt("version")),
            new Grant.Parties(
                new ClientId(client.toString()), new InstitutionId(row.getString("recipient"))),
            new Provisions(provisions.read(row.getString("provisions"))),
            withdrawn ? Optional.of(createdAt) : Optional.empty()),
        row.getInt("signed_version"));
  }

  public int version() {
    return current.version().number();
  }

  public boolean isWithdrawn() {
    return current.withdrawnAt().isPresent();
  }
}
