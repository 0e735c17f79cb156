package net.sociallook.gateway.upstream;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.sociallook.gateway.lease.Clocks;
import net.sociallook.gateway.lease.Moment;
import net.sociallook.gateway.lease.Refused;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.NettyOutbound;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** One adapter: its connections, and what is known of its clock. Thread-safe. */
final class Adapter {
  private static final int CHUNK = 16 * 1024;
  private static final int STAMP_REFUSED = 412;
  private static final String BOOT = "SocialLook-Boot";
  private static final String MONOTONIC = "SocialLook-Monotonic";
  private static final String ASSERTION = "SocialLook-Assertion";

  private final ConnectionProvider pool;
  private final HttpClient http;
  private final Assertions assertions;
  private final Clocks clocks;
  private final Duration patience;
  private final AdapterClock clock = new AdapterClock();

  Adapter(
      SslContext tls, ReactorHolderClient.Patience patience, Assertions assertions, Clocks clocks) {
    this.pool =
        ConnectionProvider.builder("adapter")
            .maxConnections(64)
            .pendingAcquireMaxCount(256)
            .pendingAcquireTimeout(patience.connect().plus(patience.answer()))
            .maxIdleTime(Duration.ofSeconds(15))
            .build();
    this.http = http(pool, tls, patience);
    this.assertions = assertions;
    this.clocks = clocks;
    this.patience = patience.answer();
  }

  /** Nothing is followed, kept, compressed or sent twice by the client itself. */
  private static HttpClient http(
      ConnectionProvider pool, SslContext tls, ReactorHolderClient.Patience patience) {
    int connectMillis = Math.toIntExact(patience.connect().toMillis());
    return HttpClient.create(pool)
        .protocol(HttpProtocol.HTTP11)
        .secure(spec -> spec.sslContext(tls).handshakeTimeout(patience.connect()))
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis)
        .responseTimeout(patience.answer())
        .httpResponseDecoder(decoder -> decoder.maxChunkSize(CHUNK))
        .followRedirect(false)
        .disableRetry(true)
        .noProxy();
  }

  /** Ends its connections. */
  void close() {
    pool.dispose();
  }

  Mono<HolderAnswer> send(HolderRequest request, LastCheck check) {
    return attempt(request, check)
        .flatMap(first -> {
          if (first.status() != STAMP_REFUSED) {
            return Mono.just(first);
          }
          first.discard();
          return attempt(request, check).flatMap(Adapter::notRefusedAgain);
        });
  }

  private static Mono<HolderAnswer> notRefusedAgain(HolderAnswer second) {
    if (second.status() != STAMP_REFUSED) {
      return Mono.just(second);
    }
    second.discard();
    return Mono.error(new HolderFailure(HolderFailure.Kind.STAMP_REFUSED));
  }

  private Mono<HolderAnswer> attempt(HolderRequest request, LastCheck check) {
    return Mono.defer(() -> {
      AtomicReference<@Nullable HolderAnswer> begun = new AtomicReference<>();
      return http.headers(headers -> headers(headers, request))
          .request(HttpMethod.GET)
          .uri(URI.create(base(request) + request.target()))
          .send((sending, out) -> admitted(sending, out, request.claims(), check))
          .responseConnection((head, connection) -> {
            try {
              HolderAnswer answer = received(head, connection);
              begun.set(answer);
              return Mono.just(answer);
            } catch (HolderFailure odd) {
              connection.dispose();
              return Mono.error(odd);
            }
          })
          .next()
          .doOnCancel(() -> giveUp(begun.get()))
          .onErrorMap(AnswerReader::failure);
    });
  }

  private static void giveUp(@Nullable HolderAnswer begun) {
    if (begun != null) {
      begun.discard();
    }
  }

  private static String base(HolderRequest request) {
    return request.adapter().toString().replaceAll("/+$", "");
  }

  private static void headers(HttpHeaders headers, HolderRequest request) {
    headers.set(HttpHeaderNames.ACCEPT, request.accept());
    headers.set("X-Request-Id", request.requestId().toString());
    headers.remove(HttpHeaderNames.USER_AGENT);
  }

  /** The connection is there; nothing but the last check and the signature is left to do. */
  private Publisher<Void> admitted(
      HttpClientRequest sending, NettyOutbound out, HolderRequest.Claims claims, LastCheck check) {
    // Read before the check: a pause after it must not lengthen the stamp.
    Moment admitted = clocks.now();
    Optional<Refused> refused = check.ask();
    if (refused.isPresent()) {
      return Mono.error(new NotAdmitted(refused.get()));
    }
    sending.header(
        ASSERTION, assertions.sign(claims, sending.uri(), admitted, clock.stamp(admitted)));
    return out;
  }

  private HolderAnswer received(HttpClientResponse head, Connection connection)
      throws HolderFailure {
    boolean fresh =
        clock.read(
            head.responseHeaders().get(BOOT, ""),
            head.responseHeaders().get(MONOTONIC, ""),
            clocks.now());
    HolderAnswer answer =
        AnswerReader.answer(head, connection, new SteadyBody(patience, System::nanoTime));
    if (answer.status() == STAMP_REFUSED && !fresh) {
      throw new HolderFailure(HolderFailure.Kind.ODD_ANSWER);
    }
    return answer;
  }
}
