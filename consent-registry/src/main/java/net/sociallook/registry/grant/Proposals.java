package net.sociallook.registry.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.passkey.Assertion;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.Ceremonies;
import net.sociallook.registry.passkey.Passkey;
import net.sociallook.registry.passkey.PasskeyStore;
import net.sociallook.registry.passkey.PasskeyVerifier;
import net.sociallook.registry.passkey.RequestOptions;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a client was asked to sign: good for five minutes and for one assertion, right or wrong. */
@Component
class Proposals {
  private final JdbcClient database;
  private final Clock clock;
  private final Signing signing;

  /** How a client signs. */
  @Component
  record Signing(Ceremonies ceremonies, PasskeyStore passkeys, PasskeyVerifier verifier) {}

  Proposals(JdbcClient database, Clock clock, Signing signing) {
    this.database = database;
    this.clock = clock;
    this.signing = signing;
  }

  enum Kind {
    GRANT,
    UNBLOCK;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param target the grant or the block
   */
  record Subject(Kind kind, SignedIn who, UUID target) {}

  record Proposed(UUID proposal, RequestOptions requestOptions) {}

  /** A proposal that the client has signed. */
  record Accepted(UUID target, SignedDocument signed) {}

  Proposed propose(Subject subject, SignedDocument.Shown shown) {
    Instant now = clock.instant();
    database
        .sql("delete from proposal where expires_at < :now")
        .param("now", Timestamp.from(now))
        .update();
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into proposal values
              (:id, :kind, :client, :target, :document, :text, :language, :expiresAt, :signer)\
            """)
        .param("id", id)
        .param("kind", subject.kind().code())
        .param("client", subject.who().client())
        .param("signer", subject.who().signer())
        .param("target", subject.target())
        .param("document", shown.document())
        .param("text", shown.text())
        .param("language", shown.language())
        .param("expiresAt", Timestamp.from(now.plus(Ceremonies.PATIENCE)))
        .update();
    return new Proposed(id, options(subject.who(), shown));
  }

  /** For a signature by one of the passkeys of who signs. */
  RequestOptions options(SignedIn who, SignedDocument.Shown shown) {
    List<byte[]> credentials =
        signing.passkeys().of(who.signer()).stream().map(Passkey::credentialId).toList();
    return signing.ceremonies().toSign(Bytes.sha256(shown.document()), credentials);
  }

  void drop(SignedIn who, UUID proposal) {
    database
        .sql("delete from proposal where id = :id and client = :client and signer = :signer")
        .param("id", proposal)
        .param("client", who.client())
        .param("signer", who.signer())
        .update();
  }

  /** What the client can still sign; empty when it is over or was answered. */
  Optional<SignedDocument.Shown> pending(SignedIn who, UUID proposal) {
    return database
        .sql(
            "select * from proposal where id = :id and kind = 'grant' and client = :client"
                + " and signer = :signer and expires_at > :now")
        .param("id", proposal)
        .param("client", who.client())
        .param("signer", who.signer())
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) -> shown(row))
        .optional();
  }

  /**
   * Ends the proposal and verifies the signature over it. Not to be called within a transaction:
   * the proposal stays ended when the signature is wrong.
   *
   * @throws Refused with {@link Problem#ENDED} or {@link Problem#SIGNATURE_REFUSED}
   */
  Accepted accept(Kind kind, SignedIn who, Signature signature) {
    Taken taken = take(kind, who, signature.proposal());
    Assertion assertion =
        signing
            .verifier()
            .verifyOf(who.signer(), signature.assertion(), Bytes.sha256(taken.shown().document()));
    return new Accepted(taken.target(), new SignedDocument(taken.shown(), assertion));
  }

  /** A client's answer to a proposal. */
  record Signature(UUID proposal, JsonNode assertion) {
    Signature {
      java.util.Objects.requireNonNull(proposal);
      java.util.Objects.requireNonNull(assertion);
    }
  }

  private record Taken(UUID target, SignedDocument.Shown shown) {}

  private Taken take(Kind kind, SignedIn who, UUID proposal) {
    return database
        .sql(
            """
            delete from proposal
            where id = :id and kind = :kind and client = :client and signer = :signer and expires_at > :now
            returning *\
            """)
        .param("id", proposal)
        .param("kind", kind.code())
        .param("client", who.client())
        .param("signer", who.signer())
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) -> new Taken(row.getObject("target", UUID.class), shown(row)))
        .optional()
        .orElseThrow(() -> new Refused(Problem.ENDED));
  }

  private static SignedDocument.Shown shown(ResultSet row) throws SQLException {
    return new SignedDocument.Shown(
        row.getBytes("document"), row.getString("shown_text"), row.getString("language"));
  }
}
