package net.sociallook.registry.token.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.token.key.KeyStanding.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keys that the registry makes itself and keeps, encrypted, in the database, so that all its nodes
 * share them. Always two: the one that signs and the next, which is published from its making, so
 * that at rotation every gateway knows it already. A retired key stays published for as long as its
 * tokens can live.
 */
public final class PostgresSigningKeys implements SigningKeys {
  private final TransactionOperations transactions;
  private final SigningKeyTable table;
  private volatile List<ECKey> opened = List.of();

  private PostgresSigningKeys(TransactionOperations transactions, SigningKeyTable table) {
    this.transactions = transactions;
    this.table = table;
  }

  /** The keys of the database; where there are none, they are made. */
  public static PostgresSigningKeys prepare(
      JdbcClient jdbc, TransactionOperations transactions, KeySeal seal) {
    PostgresSigningKeys keys =
        new PostgresSigningKeys(transactions, new SigningKeyTable(jdbc, seal));
    keys.makeMissing();
    keys.current();
    return keys;
  }

  /** Nodes that start together make one pair. */
  private void makeMissing() {
    transactions.executeWithoutResult(status -> {
      table.lock();
      for (State state : List.of(State.CURRENT, State.NEXT)) {
        if (table.keyId(state).isEmpty()) {
          table.insert(state, generate());
        }
      }
    });
  }

  /**
   * The next key signs from now on, a new next one is made and published, and the old one is
   * published until its tokens are over. Of several nodes that rotate at once, one does.
   */
  @Override
  public Rotation rotate(String replacing) {
    Rotation rotation = transactions.execute(status -> rotateLocked(replacing));
    if (rotation == null) {
      throw new IllegalStateException("rotation: nothing (expected: an outcome)");
    }
    return rotation;
  }

  private Rotation rotateLocked(String replacing) {
    table.lock();
    if (!table.keyId(State.CURRENT).equals(Optional.of(replacing))) {
      return new Rotation.OtherCurrent();
    }
    Optional<Instant> knownFrom = table.nextKnownFrom();
    if (knownFrom.isPresent()) {
      return new Rotation.TooSoon(knownFrom.get());
    }
    ECKey next = generate();
    table.advance();
    table.insert(State.NEXT, next);
    KeyStanding retired =
        table.standings().stream()
            .filter(one -> one.kid().equals(replacing))
            .findFirst()
            .orElseThrow();
    return new Rotation.Done(
        table.keyId(State.CURRENT).orElseThrow(),
        next.getKeyID(),
        replacing,
        retired.publishedUntil().orElseThrow());
  }

  @Override
  public ECKey current() {
    String keyId = table.keyId(State.CURRENT).orElseThrow();
    return opened.stream()
        .filter(key -> key.getKeyID().equals(keyId))
        .findFirst()
        .orElseGet(() -> open(keyId));
  }

  @Override
  public JWKSet published() {
    return new JWKSet(table.published().stream().<JWK>map(PostgresSigningKeys::parse).toList());
  }

  @Override
  public List<KeyStanding> standings() {
    return table.standings();
  }

  /** Decrypting is not done for every token: the opened key is kept. */
  private ECKey open(String keyId) {
    ECKey key = parse(table.open(keyId));
    opened = List.of(key);
    return key;
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
