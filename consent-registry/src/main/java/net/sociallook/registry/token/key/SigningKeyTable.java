package net.sociallook.registry.token.key;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.sociallook.registry.token.key.KeyStanding.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored keys. Times are the database's, which all nodes share. */
final class SigningKeyTable {
  /** Ten minutes: twice the life of a token. */
  private static final String UNTIL = "retired_at + interval '10 minutes'";

  private static final String IS_PUBLISHED = "(state <> 'retired' or " + UNTIL + " > now())";
  private static final String IN_ORDER =
      " order by state = 'current' desc, state = 'next' desc, retired_at desc";

  /**
   * Half a minute. Verifiers fetch the keys when they meet an unknown key id, though not at every
   * time: gateways pause five seconds between two fetches, Nimbus's clients half a minute. After it
   * nobody refuses a token of a key only because the fetch before was just too early.
   */
  private static final String KNOWN_FROM = "made_at + interval '30 seconds'";

  private final JdbcClient jdbc;
  private final KeySeal seal;

  SigningKeyTable(JdbcClient jdbc, KeySeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** Until the transaction ends nobody else changes keys; reading goes on. */
  void lock() {
    jdbc.sql("lock table signing_key in share row exclusive mode").update();
  }

  Optional<String> keyId(State state) {
    return jdbc.sql("select kid from signing_key where state = :state")
        .param("state", state.code())
        .query(String.class)
        .optional();
  }

  /** From when the next key can sign, if that is not yet. */
  Optional<Instant> nextKnownFrom() {
    return jdbc.sql(
            "select "
                + KNOWN_FROM
                + " from signing_key where state = 'next' and "
                + KNOWN_FROM
                + " > now()")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** The current key retires, the next becomes current; then there is no next one. */
  void advance() {
    jdbc.sql("delete from signing_key where not " + IS_PUBLISHED).update();
    jdbc.sql(
            """
            update signing_key set state = 'retired', retired_at = now()
            where state = 'current'
            """)
        .update();
    jdbc.sql("update signing_key set state = 'current' where state = 'next'").update();
  }

  void insert(State state, ECKey key) {
    jdbc.sql(
            """
            insert into signing_key (kid, state, public_jwk, private_jwk, made_at)
            values (:kid, :state, :public, :private, now())
            """)
        .param("kid", key.getKeyID())
        .param("state", state.code())
        .param("public", key.toPublicJWK().toJSONString())
        .param(
            "private",
            seal.seal(key.getKeyID(), key.toJSONString().getBytes(StandardCharsets.UTF_8)))
        .update();
  }

  /** The JWK with its private part. */
  String open(String keyId) {
    byte[] sealed =
        jdbc.sql("select private_jwk from signing_key where kid = :kid")
            .param("kid", keyId)
            .query(byte[].class)
            .single();
    return new String(seal.open(keyId, sealed), StandardCharsets.UTF_8);
  }

  /** JWKs without private parts, the current one first. */
  List<String> published() {
    return jdbc.sql("select public_jwk from signing_key where " + IS_PUBLISHED + IN_ORDER)
        .query(String.class)
        .list();
  }

  List<KeyStanding> standings() {
    return jdbc.sql(
            "select kid, state, "
                + UNTIL
                + " as published_until from signing_key where "
                + IS_PUBLISHED
                + IN_ORDER)
        .query((row, number) -> standing(row))
        .list();
  }

  private static KeyStanding standing(ResultSet row) throws SQLException {
    String code = row.getString("state");
    State state =
        Arrays.stream(State.values())
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("state: " + code + " (expected: one)"));
    return new KeyStanding(
        row.getString("kid"),
        state,
        Optional.ofNullable(row.getObject("published_until", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
