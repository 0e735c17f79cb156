package net.sociallook.gateway.upstream;

import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** An adapter's server that answers as a test says. */
public final class SimulatedAdapter implements AutoCloseable {

  /** A request as it came. */
  public record Received(String target, String accept, String assertion, String requestId) {}

  private final DisposableServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final UUID boot = UUID.randomUUID();
  private final long started = System.nanoTime();
  private volatile Function<HttpServerResponse, Publisher<Void>> answer =
      response -> response.status(200).sendString(Mono.just("ok"));

  public SimulatedAdapter(SslContext tls) {
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .secure(spec -> spec.sslContext(tls))
            .handle(this::handle)
            .bindNow();
  }

  public URI base() {
    return URI.create("https://localhost:" + server.port());
  }

  public String boot() {
    return boot.toString();
  }

  /** Its monotonic clock in milliseconds. */
  public long monotonic() {
    return (System.nanoTime() - started) / 1_000_000;
  }

  public void answer(Function<HttpServerResponse, Publisher<Void>> next) {
    answer = next;
  }

  public List<Received> received() {
    return received;
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    received.add(
        new Received(
            request.uri(),
            request.requestHeaders().get("Accept", ""),
            request.requestHeaders().get("SocialLook-Assertion", ""),
            request.requestHeaders().get("X-Request-Id", "")));
    response.header("SocialLook-Boot", boot()).header("SocialLook-Monotonic", "" + monotonic());
    return answer.apply(response);
  }

  @Override
  public void close() {
    server.disposeNow(Duration.ofSeconds(1));
  }
}
