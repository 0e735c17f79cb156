package net.sociallook.registry.grant;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.SignedEvidence.EndorsedKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys of those who act for a client. Such a key stands for itself alone: nothing leads from it to
 * another one. Takes part in the caller's transaction.
 */
@Component
public class RepresentativeKeys {
  private final JdbcClient database;
  private final Clock clock;

  RepresentativeKeys(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The key as this institution endorsed it for the client; empty where it did not, and where the
   * order is over. A role that was ended before still proves what was signed in it.
   *
   * @param endorsement its {@code jti}
   */
  public Optional<EndorsedKey> endorsedFor(
      UUID client, InstitutionId holder, UUID endorsement, byte[] credential) {
    return database
        .sql(
            """
            select p.public_key, r.salt, r.endorsement
            from representation r join passkey p on p.credential_id = r.credential_id
            where r.invitation = :endorsement and r.client = :client and r.institution = :holder
              and r.credential_id = :credential and r.endorsement is not null and r.ends_at > :now\
            """)
        .param("endorsement", endorsement)
        .param("client", client)
        .param("holder", holder.value())
        .param("credential", credential)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) ->
            new EndorsedKey(
                row.getBytes("public_key"), row.getBytes("salt"), row.getString("endorsement")))
        .optional();
  }
}
