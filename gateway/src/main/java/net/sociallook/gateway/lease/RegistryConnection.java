package net.sociallook.gateway.lease;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The consent registry's port for gateways. Follows no redirection, uses no proxy, keeps no cookie,
 * and never sends a message twice. Thread-safe.
 */
public final class RegistryConnection implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  static {
    // Given up before the registry does: a message on a connection that ends meanwhile is lost.
    System.setProperty("jdk.httpclient.keepalive.timeout", "8");
  }

  private final String base;
  private final HttpClient http;

  /**
   * An answer.
   *
   * @param body empty where there is none
   */
  public record Reply(int status, String body) {}

  /**
   * @param base without a path
   * @param tls shows this node's certificate, trusts one anchor and the registry's name alone
   */
  public RegistryConnection(URI base, SSLContext tls) {
    this.base = base.toString().replaceAll("/+$", "");
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(tls)
            .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3"}))
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  /**
   * @param path begins with a slash
   * @return fails where no answer came in time; then nobody knows whether the registry has acted
   */
  public CompletableFuture<Reply> post(String path, String json, Duration timeout) {
    return reply(
        to(path)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /**
   * @param path begins with a slash
   * @return fails where no answer came in time
   */
  public CompletableFuture<Reply> get(String path, Duration timeout) {
    return reply(to(path).timeout(timeout).GET());
  }

  private CompletableFuture<Reply> reply(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), BodyHandlers.ofString())
        .thenApply(answer -> new Reply(answer.statusCode(), answer.body()));
  }

  /**
   * Follows a stream of lines.
   *
   * @param lines told of each line, in order, on threads of the connection
   * @return the status once the stream has ended; cancelled by {@link LineStream#close}
   */
  CompletableFuture<Integer> follow(String path, LineStream lines) {
    return http.sendAsync(to(path).GET().build(), lines).thenApply(HttpResponse::statusCode);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
