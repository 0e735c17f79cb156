package net.sociallook.gateway.pipeline;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import net.sociallook.gateway.token.TokenKeys;
import reactor.core.publisher.Mono;

/**
 * The keys that the registry signs consent tokens with, fetched from it. Good for five minutes;
 * fetched at most every five seconds, however many unknown key ids come in.
 */
final class IssuerKeys implements TokenKeys {
  private static final long GOOD_FOR = Duration.ofMinutes(5).toNanos();
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final Mono<Fetched> fetching;
  private final LongSupplier nanos;
  private volatile Fetched current;

  private record Fetched(Map<String, ECPublicKey> keys, long at, boolean empty) {}

  /**
   * @param fetch gets the registry's JWK set
   * @param nanos a monotonic clock
   */
  IssuerKeys(Supplier<Mono<String>> fetch, LongSupplier nanos) {
    this.nanos = nanos;
    this.current = new Fetched(Map.of(), nanos.getAsLong(), true);
    this.fetching =
        Mono.defer(fetch)
            .map(json -> new Fetched(parse(json), nanos.getAsLong(), false))
            .switchIfEmpty(Mono.error(() -> new IllegalStateException("JWK set: no answer")))
            .doOnNext(fetched -> current = fetched)
            .cache(fetched -> PAUSE, error -> PAUSE_AFTER_FAILURE, () -> PAUSE);
  }

  @Override
  public Optional<ECPublicKey> find(String kid) {
    Fetched now = current;
    boolean good = !now.empty() && nanos.getAsLong() - now.at() < GOOD_FOR;
    return good ? Optional.ofNullable(now.keys().get(kid)) : Optional.empty();
  }

  /** Fetches the keys, unless that was just done. Fails where they cannot be had. */
  Mono<Void> refresh() {
    return fetching.then();
  }

  private static Map<String, ECPublicKey> parse(String json) {
    Map<String, ECPublicKey> keys = new HashMap<>();
    try {
      for (JWK key : JWKSet.parse(json).getKeys()) {
        if (key instanceof ECKey ec
            && Curve.P_256.equals(ec.getCurve())
            && key.getKeyID() != null) {
          keys.put(key.getKeyID(), ec.toECPublicKey());
        }
      }
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("JWK set: unreadable (expected: the registry's)", e);
    }
    return Map.copyOf(keys);
  }
}
