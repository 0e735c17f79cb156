package net.sociallook.testbed.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import javax.net.ssl.SSLContext;
import net.sociallook.testbed.OpenApiContract;

/** Calls an adapter with one certificate; every answer is held against the contract. */
public final class Caller implements AutoCloseable {
  private static final OpenApiContract CONTRACT = OpenApiContract.of("adapter.yaml");

  private final HttpClient client;
  private final String base;

  public Caller(SSLContext tls, int port) {
    this.client = HttpClient.newBuilder().sslContext(tls).build();
    this.base = "https://localhost:" + port;
  }

  /** A request to this path and query. */
  public HttpRequest.Builder to(String target) {
    return HttpRequest.newBuilder(URI.create(base + target));
  }

  /** Says whom a pseudonym means. */
  public HttpResponse<String> link(String pseudonym, String localId) {
    return send(
        to("/links/" + pseudonym)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"localId\":\"" + localId + "\"}")));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    HttpResponse<String> response = sendUnchecked(request);
    CONTRACT.check(
        response.request().method(),
        response.request().uri().getRawPath(),
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
    return response;
  }

  /** For what the contract does not have. */
  public HttpResponse<String> sendUnchecked(HttpRequest.Builder request) {
    return exchange(request, HttpResponse.BodyHandlers.ofString());
  }

  /** For any body; not held against the contract. */
  public <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
