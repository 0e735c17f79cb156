package net.sociallook.adapter.jobcenter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.sociallook.adapter.document.Content;

/**
 * The way to one case system. Every request has a deadline, every answer a longest length, and only
 * some requests are under way at a time. What the system says in words is never passed on. Throws
 * {@link UncheckedIOException} whenever the answer is not a whole and understood one.
 */
final class Fallwerk implements AutoCloseable {
  static final int LONGEST_ANSWER = 2 * 1024 * 1024;
  private static final Duration PATIENCE_WITH_HEALTH = Duration.ofSeconds(2);
  private static final int AT_ONCE = 16;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(2))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final Semaphore requests = new Semaphore(AT_ONCE);
  private final Restraint restraint = new Restraint(System::nanoTime);
  private final URI base;
  private final String secret;
  private final Duration patience;

  /**
   * @param patience how long one answer may take
   */
  Fallwerk(URI address, String secret, Duration patience) {
    this.base = address.resolve("/fallwerk/v3/");
    this.secret = secret;
    this.patience = patience;
  }

  /**
   * @param target path and query below the base, encoded
   */
  Answer ask(String target) {
    return ask(target, patience);
  }

  /** Whether it answers, to us, at present. */
  boolean isReachable() {
    try {
      return ask("status", PATIENCE_WITH_HEALTH) instanceof Answer.Found;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Fetches a file, which streams. A read that waits too long fails.
   *
   * @param size that was promised
   */
  Content download(String target, long size) {
    HttpResponse<InputStream> response = send(target, BodyHandlers.ofInputStream(), patience);
    InputStream bytes = new PatientStream(response.body(), patience);
    try {
      Answer.checkStatus(response, restraint);
      long length = response.headers().firstValueAsLong("Content-Length").orElse(size);
      if (length != size) {
        throw new IOException("case system: file of " + length + " (expected: " + size + ")");
      }
      return new Content(bytes, size);
    } catch (IOException e) {
      PatientStream.closeQuietly(bytes);
      throw new UncheckedIOException(e);
    }
  }

  private Answer ask(String target, Duration limit) {
    HttpResponse<byte[]> response = send(target, info -> new BoundedBody(LONGEST_ANSWER), limit);
    try {
      Answer.checkStatus(response, restraint);
      return Answer.parse(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> HttpResponse<T> send(String target, BodyHandler<T> handler, Duration limit) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(target))
            .header("X-Fallwerk-Schluessel", secret)
            .header("Accept", "*/*")
            .build();
    try {
      restraint.check();
      if (!requests.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("case system: too many requests under way");
      }
      try {
        return within(limit, http.sendAsync(request, handler));
      } finally {
        requests.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("case system: waiting was interrupted", e));
    }
  }

  // The client's own timeout ends with the headers; this one includes the body.
  private static <T> T within(Duration limit, CompletableFuture<T> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("case system: too slow", e);
    } catch (ExecutionException e) {
      throw new IOException("case system: not answering", e);
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
