package net.sociallook.registry.ownaccess;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.KeyChains;
import net.sociallook.registry.grant.RepresentativeKeys;
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
  private final RepresentativeKeys representatives;
  private final ConsentSources sources;
  private final Clock clock;

  /** Where sessions and keys are. */
  record Stored(JdbcClient database, KeyChains chains, RepresentativeKeys representatives) {}

  /**
   * @param repeatableRead read-only transactions in which all reads see the same moment; otherwise
   *     a signing out between two reads would be lost to the token
   */
  SignIns(
      TransactionOperations repeatableRead, Stored stored, ConsentSources sources, Clock clock) {
    this.repeatableRead = repeatableRead;
    this.database = stored.database();
    this.chains = stored.chains();
    this.representatives = stored.representatives();
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
    if (!signedIn.reach().covers(holder)) {
      return Optional.empty();
    }
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
                          chain(holder, signedIn, signed.credential())
                              .map(chain ->
                                  new EndorsedSignIn(
                                      pseudonym,
                                      signedIn.reach().atMost(signed.expires(), holder),
                                      readAt,
                                      blocks,
                                      new SignedEvidence(
                                          signed.document(),
                                          signed.assertion(),
                                          chain.steps(),
                                          chain.endorsed())))));
        }));
  }

  /** Keeps with which token somebody else than the client looks, so that her log says so. */
  void remember(UUID token, SignedIn signedIn) {
    signedIn
        .reach()
        .acting()
        .ifPresent(acting ->
            database
                .sql(
                    "insert into represented_look"
                        + " values (:token, :client, :representative, :capacity, :now)")
                .param("token", token)
                .param("client", signedIn.client())
                .param("representative", acting.representative())
                .param("capacity", acting.capacity().code())
                .param("now", Timestamp.from(clock.instant()))
                .update());
  }

  private Optional<KeyChains.Chain> chain(
      InstitutionId holder, SignedIn signedIn, byte[] credential) {
    return signedIn
        .reach()
        .acting()
        .map(acting ->
            representatives
                .endorsedFor(
                    signedIn.client(), holder, acting.mandate(holder).endorsement(), credential)
                .map(key -> new KeyChains.Chain(List.of(), key)))
        .orElseGet(() -> chains.from(signedIn.client(), credential, holder));
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
        .param("client", signedIn.signer())
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
