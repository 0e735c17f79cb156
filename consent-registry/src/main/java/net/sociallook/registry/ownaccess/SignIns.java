package net.sociallook.registry.ownaccess;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.sociallook.consent.Block;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.KeyChains;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.token.ConsentSources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what a session proves. */
final class SignIns {
  private final TransactionOperations repeatableRead;
  private final JdbcClient database;
  private final KeyChains chains;
  private final ConsentSources sources;
  private final Clock clock;

  /** Where sessions and keys are. */
  record Stored(JdbcClient database, KeyChains chains) {}

  /**
   * @param repeatableRead read-only transactions in which all reads see the same moment; otherwise
   *     a signing out between two reads would be lost to the token
   */
  SignIns(
      TransactionOperations repeatableRead, Stored stored, ConsentSources sources, Clock clock) {
    this.repeatableRead = repeatableRead;
    this.database = stored.database();
    this.chains = stored.chains();
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
                  signed(signedIn)
                      .flatMap(signed ->
                          chains
                              .from(signedIn.client(), signed.credential(), holder)
                              .map(chain ->
                                  new EndorsedSignIn(
                                      pseudonym,
                                      signed.expires(),
                                      readAt,
                                      blocks,
                                      new SignedEvidence(
                                          signed.document(),
                                          signed.assertion(),
                                          chain.steps(),
                                          chain.endorsed())))));
        }));
  }

  /** What was signed for a session that is alive. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  private record Signed(
      byte[] document, SignedEvidence.Assertion assertion, byte[] credential, Instant expires) {}

  private Optional<Signed> signed(SignedIn signedIn) {
    return database
        .sql(
            "select * from session where id = :session and client = :client"
                + " and expires_at > :now and document is not null")
        .param("session", signedIn.session())
        .param("client", signedIn.client())
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) ->
            new Signed(
                row.getBytes("document"),
                new SignedEvidence.Assertion(
                    row.getBytes("authenticator_data"),
                    row.getBytes("client_data"),
                    row.getBytes("signature")),
                row.getBytes("credential_id"),
                row.getTimestamp("expires_at").toInstant()))
        .optional();
  }
}
