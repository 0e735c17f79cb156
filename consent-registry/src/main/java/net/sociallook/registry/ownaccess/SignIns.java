package net.sociallook.registry.ownaccess;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.sociallook.consent.Block;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.token.ConsentSources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what a session proves. */
final class SignIns {
  private final TransactionOperations repeatableRead;
  private final JdbcClient database;
  private final ConsentSources sources;
  private final Clock clock;

  /**
   * @param repeatableRead read-only transactions in which all reads see the same moment; otherwise
   *     a signing out between two reads would be lost to the token
   */
  SignIns(
      TransactionOperations repeatableRead,
      JdbcClient database,
      ConsentSources sources,
      Clock clock) {
    this.repeatableRead = repeatableRead;
    this.database = database;
    this.sources = sources;
    this.clock = clock;
  }

  /** Whether the session is alive, and the client signed in to it. */
  boolean isSigned(SignedIn signedIn) {
    return database
        .sql(
            "select exists (select 1 from session where id = :session and expires_at > :now"
                + " and document is not null)")
        .param("session", signedIn.session())
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** Empty without a live session, or where the holder has not endorsed the passkey of it. */
  Optional<EndorsedSignIn> at(InstitutionId holder, SignedIn signedIn) {
    return Objects.requireNonNull(
        repeatableRead.execute(status -> {
          long readAt = sources.sequence().current();
          List<Block> blocks = sources.blocks().blocksOf(signedIn.client());
          return sources
              .pseudonyms()
              .of(signedIn.client(), holder)
              .flatMap(pseudonym ->
                  database
                      .sql(
                          """
                          select s.document, s.authenticator_data, s.client_data, s.signature,
                                 s.expires_at, p.public_key, l.salt, l.endorsement
                          from session s
                          join passkey p on p.credential_id = s.credential_id
                          join link l on l.client = s.client and l.institution = :holder
                            and l.credential_id = s.credential_id
                          where s.id = :session and s.client = :client and s.expires_at > :now
                            and s.document is not null and l.endorsement is not null\
                          """)
                      .param("holder", holder.value())
                      .param("session", signedIn.session())
                      .param("client", signedIn.client())
                      .param("now", Timestamp.from(clock.instant()))
                      .query((row, n) ->
                          new EndorsedSignIn(
                              pseudonym,
                              row.getTimestamp("expires_at").toInstant(),
                              readAt,
                              blocks,
                              evidence(row)))
                      .optional());
        }));
  }

  private static SignedEvidence evidence(ResultSet row) throws SQLException {
    return new SignedEvidence(
        row.getBytes("document"),
        new SignedEvidence.Assertion(
            row.getBytes("authenticator_data"),
            row.getBytes("client_data"),
            row.getBytes("signature")),
        new SignedEvidence.EndorsedKey(
            row.getBytes("public_key"), row.getBytes("salt"), row.getString("endorsement")));
  }
}
