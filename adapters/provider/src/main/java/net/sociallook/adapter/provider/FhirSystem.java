package net.sociallook.adapter.provider;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Resource;

/**
 * The wire to one FHIR server. Asks with GET alone and follows no redirect, since the secret goes
 * with every request. Answers are whole, or a {@link SystemFailure}.
 */
final class FhirSystem implements AutoCloseable {
  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final int LARGE_BYTES = 512 * 1024;
  private static final int MOST_AT_ONCE = 4;
  private static final Semaphore LARGE = new Semaphore(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long HEALTH_NANOS = Duration.ofSeconds(2).toNanos();

  private final URI base;
  private final String authorization;
  private final HttpClient client;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private volatile Health health = new Health(false, System.nanoTime() - HEALTH_NANOS);

  private FhirSystem(URI base, String authorization) {
    this.base = base;
    this.authorization = authorization;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  static FhirSystem open(ProviderConfig.Address address) {
    return new FhirSystem(address.url(), address.authorization());
  }

  /** The endpoint, to which relative references relate. */
  URI base() {
    return base;
  }

  /**
   * Reads a resource and gives it to a reader. Of large ones there is only one at a time in the
   * whole process: as objects they take many times the room of their bytes.
   *
   * @param address below the endpoint
   * @param reader gets nothing where the server has none (404), or none any more (410); keeps of
   *     the resource no more than it needs
   */
  <V> V get(URI address, Function<Optional<Resource>, V> reader) {
    HttpResponse<byte[]> response = send(address);
    return switch (response.statusCode()) {
      case 200 ->
          response.body().length < LARGE_BYTES
              ? reader.apply(Optional.of(Resources.parse(response)))
              : within(LARGE, () -> reader.apply(Optional.of(Resources.parse(response))));
      case 404, 410 -> reader.apply(Optional.empty());
      default -> throw new SystemFailure("status " + response.statusCode() + " (expected: 200)");
    };
  }

  /** Whether the server answers; asked of it at most every two seconds. */
  boolean isReachable() {
    Health last = health;
    if (System.nanoTime() - last.askedAt() < HEALTH_NANOS) {
      return last.good();
    }
    Health now = new Health(answers(), System.nanoTime());
    health = now;
    return now.good();
  }

  private boolean answers() {
    try {
      return send(URI.create(base + "/metadata")).statusCode() == 200;
    } catch (SystemFailure e) {
      return false;
    }
  }

  private HttpResponse<byte[]> send(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/fhir+json")
            .header("Authorization", authorization)
            .build();
    return within(places, () -> exchange(request));
  }

  private static <V> V within(Semaphore places, Supplier<V> action) {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SystemFailure("busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SystemFailure("interrupted");
    }
    try {
      return action.get();
    } finally {
      places.release();
    }
  }

  // The client's own timeout ends with the headers; this one is for the whole answer.
  private HttpResponse<byte[]> exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SystemFailure("no whole answer within " + PATIENCE.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SystemFailure failure
          ? failure
          : new SystemFailure("not answering");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SystemFailure("interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** What was found when it was last asked. */
  private record Health(boolean good, long askedAt) {}
}
