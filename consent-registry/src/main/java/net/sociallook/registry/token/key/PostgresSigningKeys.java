package net.sociallook.registry.token.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keys that the registry makes itself and keeps, encrypted, in the database, so that all its nodes
 * share them. Always two: the one that signs and the next, which is published from its making, so
 * that at rotation every gateway knows it already. A retired key stays published for as long as its
 * tokens can live.
 */
public final class PostgresSigningKeys implements SigningKeys {
  /** Ten minutes: twice the life of a token. */
  private static final String IS_PUBLISHED =
      "(state <> 'retired' or retired_at > now() - interval '10 minutes')";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final KeySeal seal;
  private volatile List<ECKey> opened = List.of();

  private PostgresSigningKeys(JdbcClient jdbc, TransactionOperations transactions, KeySeal seal) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.seal = seal;
  }

  /** The keys of the database; where there are none, they are made. */
  public static PostgresSigningKeys prepare(
      JdbcClient jdbc, TransactionOperations transactions, KeySeal seal) {
    PostgresSigningKeys keys = new PostgresSigningKeys(jdbc, transactions, seal);
    keys.makeMissing();
    keys.current();
    return keys;
  }

  /** Nodes that start together make one pair. */
  private void makeMissing() {
    transactions.executeWithoutResult(status -> {
      lock();
      for (String state : List.of("current", "next")) {
        if (count(state) == 0) {
          insert(state);
        }
      }
    });
  }

  /**
   * The next key signs from now on, a new next one is made and published, and the old one is
   * published until its tokens are over. Rotate no sooner than gateways have had time to read the
   * published keys.
   */
  public void rotate() {
    transactions.executeWithoutResult(status -> {
      lock();
      jdbc.sql("delete from signing_key where not " + IS_PUBLISHED).update();
      jdbc.sql(
              """
              update signing_key set state = 'retired', retired_at = now()
              where state = 'current'
              """)
          .update();
      jdbc.sql("update signing_key set state = 'current' where state = 'next'").update();
      insert("next");
    });
  }

  @Override
  public ECKey current() {
    String keyId =
        jdbc.sql("select kid from signing_key where state = 'current'")
            .query(String.class)
            .single();
    return opened.stream()
        .filter(key -> key.getKeyID().equals(keyId))
        .findFirst()
        .orElseGet(() -> open(keyId));
  }

  @Override
  public JWKSet published() {
    List<JWK> keys = new ArrayList<>();
    jdbc.sql(
            "select public_jwk from signing_key where "
                + IS_PUBLISHED
                + " order by state = 'current' desc, state = 'next' desc, retired_at desc")
        .query(String.class)
        .list()
        .forEach(json -> keys.add(parse(json)));
    return new JWKSet(keys);
  }

  /** Decrypting is not done for every token: the opened key is kept. */
  private ECKey open(String keyId) {
    byte[] sealed =
        jdbc.sql("select private_jwk from signing_key where kid = :kid")
            .param("kid", keyId)
            .query(byte[].class)
            .single();
    ECKey key = parse(new String(seal.open(keyId, sealed), StandardCharsets.UTF_8));
    opened = List.of(key);
    return key;
  }

  private void lock() {
    jdbc.sql("lock table signing_key in share row exclusive mode").update();
  }

  private int count(String state) {
    return jdbc.sql("select count(*) from signing_key where state = :state")
        .param("state", state)
        .query(Integer.class)
        .single();
  }

  private void insert(String state) {
    ECKey key = generate();
    jdbc.sql(
            """
            insert into signing_key (kid, state, public_jwk, private_jwk, made_at)
            values (:kid, :state, :public, :private, now())
            """)
        .param("kid", key.getKeyID())
        .param("state", state)
        .param("public", key.toPublicJWK().toJSONString())
        .param(
            "private",
            seal.seal(key.getKeyID(), key.toJSONString().getBytes(StandardCharsets.UTF_8)))
        .update();
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyID(UUID.randomUUID().toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ECKey parse(String json) {
    try {
      return ECKey.parse(json);
    } catch (ParseException broken) {
      throw new IllegalStateException("signing key: not readable (expected: a JWK)", broken);
    }
  }
}
