package net.sociallook.registry.ownaccess;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One question to several nodes, of which the first good answer counts. Closing it ends what is
 * still under way; whoever was asked until then, and has not answered, gave no answer. For one
 * thread.
 */
final class Race implements AutoCloseable {
  private final HttpClient http;
  private final Nodes nodes;
  private final Map<URI, CompletableFuture<HttpResponse<InputStream>>> running =
      new LinkedHashMap<>();
  private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();

  Race(HttpClient http, Nodes nodes) {
    this.http = http;
    this.nodes = nodes;
  }

  /**
   * What came of asking a node.
   *
   * @param answer empty where the connection broke
   */
  record Arrived(URI node, Optional<HttpResponse<InputStream>> answer) {}

  void ask(URI node, HttpRequest request) {
    CompletableFuture<HttpResponse<InputStream>> asked =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    running.put(node, asked);
    asked.whenComplete(
        (answer, broken) -> arrived.add(new Arrived(node, Optional.ofNullable(answer))));
  }

  boolean isIdle() {
    return running.isEmpty();
  }

  /** The next that arrives within this time. */
  Optional<Arrived> next(Duration within) throws InterruptedException {
    Arrived next = arrived.poll(within.toNanos(), TimeUnit.NANOSECONDS);
    if (next != null) {
      running.remove(next.node());
    }
    return Optional.ofNullable(next);
  }

  @Override
  public void close() {
    running.forEach((node, asked) -> {
      nodes.gaveNoAnswer(node);
      asked.cancel(true);
      asked.thenAccept(Race::drop);
    });
  }

  /** Lets go of a connection whose answer is not wanted. */
  static void drop(HttpResponse<InputStream> answer) {
    try {
      answer.body().close();
    } catch (IOException gone) {
      // It is closed either way.
      return;
    }
  }
}
