package net.sociallook.adapter.assertion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys from the one pinned address, kept for a while. An id that is not known makes them be
 * fetched anew, at most five times a second. When the address does not answer, keys are good for
 * five minutes more, and then none is.
 */
public final class HttpsGatewayKeys implements GatewayKeys {
  static final Duration FRESH = Duration.ofSeconds(30);
  static final Duration USABLE = Duration.ofMinutes(5);
  static final Duration APART = Duration.ofMillis(200);
  private static final int PREFETCHES = 60;
  private static final Logger LOG = LoggerFactory.getLogger(HttpsGatewayKeys.class);

  private final KeySource source;
  private final LongSupplier nanos;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Fetched last;
  private @Nullable Long lastAttempt;

  public HttpsGatewayKeys(KeySource source) {
    this(source, System::nanoTime);
  }

  HttpsGatewayKeys(KeySource source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
  }

  @Override
  public Optional<ECPublicKey> find(String keyId) {
    Fetched known = last;
    if (known != null && known.isWithin(FRESH, nanos) && known.keys.containsKey(keyId)) {
      return known.find(keyId);
    }
    return refreshed(keyId).find(keyId);
  }

  /**
   * Fetches in the background what the first request would otherwise wait for. Tries again each
   * second, for a minute, for adapters often start before the registry.
   */
  public void prefetch() {
    Thread.startVirtualThread(() -> {
      CountDownLatch pause = new CountDownLatch(1);
      try {
        for (int tries = 0; last == null && tries < PREFETCHES; tries++) {
          fetchIfUnknown();
          pause.await(last == null ? 1 : 0, TimeUnit.SECONDS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private void fetchIfUnknown() {
    fetching.lock();
    try {
      if (last == null) {
        fetch();
      }
    } finally {
      fetching.unlock();
    }
  }

  private Fetched refreshed(String keyId) {
    fetching.lock();
    try {
      Fetched known = last;
      boolean suffices =
          known != null && known.isWithin(FRESH, nanos) && known.keys.containsKey(keyId);
      if (!suffices && mayTry()) {
        fetch();
      }
      known = last;
      if (known == null || !known.isWithin(USABLE, nanos)) {
        throw new UncheckedIOException(new IOException("gateway keys: not known"));
      }
      return known;
    } finally {
      fetching.unlock();
    }
  }

  private boolean mayTry() {
    return lastAttempt == null || nanos.getAsLong() - lastAttempt >= APART.toNanos();
  }

  private void fetch() {
    lastAttempt = nanos.getAsLong();
    try {
      long asked = nanos.getAsLong();
      last = new Fetched(source.fetch(), asked);
    } catch (IOException e) {
      LOG.warn("gateway keys: not fetched ({})", e.getMessage());
    }
  }

  private record Fetched(Map<String, ECPublicKey> keys, long atNanos) {
    boolean isWithin(Duration age, LongSupplier nanos) {
      return nanos.getAsLong() - atNanos <= age.toNanos();
    }

    Optional<ECPublicKey> find(String keyId) {
      return Optional.ofNullable(keys.get(keyId));
    }
  }
}
