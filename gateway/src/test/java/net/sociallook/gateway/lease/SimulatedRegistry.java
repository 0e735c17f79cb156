package net.sociallook.gateway.lease;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The registry's port for gateways, as far as a node sees it, with faults to switch on. */
public final class SimulatedRegistry implements AutoCloseable {

  /** A request as it came. */
  public record Received(String path, String body, long nanos) {}

  private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

  private final DisposableServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<String, Function<String, Reply>> answers = new ConcurrentHashMap<>();
  private final AtomicInteger streams = new AtomicInteger();
  private volatile Sinks.Many<String> lines = newLines();
  private final AtomicLong sequence = new AtomicLong(100);
  private volatile boolean silent;
  private volatile boolean mute;

  /** What is answered; {@code null} body for none. */
  public record Reply(int status, String body) {}

  public SimulatedRegistry(SslContext tls) {
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .secure(spec -> spec.sslContext(tls))
            .idleTimeout(Duration.ofSeconds(30))
            .handle(this::handle)
            .bindNow();
    on("/leases", body -> new Reply(201, joined(UUID.randomUUID(), 1, 100, 100, "")));
    on("/renewals", body -> new Reply(200, renewed(1, sequence.get())));
    on("/acknowledgements", body -> new Reply(204, ""));
  }

  public URI base() {
    return URI.create("https://localhost:" + server.port());
  }

  /** How requests whose path ends so are answered from now on. */
  public void on(String pathEnd, Function<String, Reply> answer) {
    answers.put(pathEnd, answer);
  }

  /** From now on it accepts everything and answers nothing. */
  public void fallSilent() {
    silent = true;
  }

  /** The stream stays open, and nothing comes on it. */
  public void muteStream() {
    mute = true;
  }

  public void speakAgain() {
    silent = false;
  }

  /** Sends one line to who follows the sequence. */
  public void line(String line) {
    Matcher number = SEQUENCE.matcher(line);
    if (number.find()) {
      sequence.accumulateAndGet(Long.parseLong(number.group(1)), Math::max);
    }
    lines.emitNext(line, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
  }

  /** Ends the stream; the next one is a new one. */
  public void endStream() {
    Sinks.Many<String> old = lines;
    lines = newLines();
    old.tryEmitComplete();
  }

  public List<Received> received(String pathEnd) {
    return received.stream().filter(one -> one.path().endsWith(pathEnd)).toList();
  }

  /** How often the stream was opened. */
  public int streams() {
    return streams.get();
  }

  public static String joined(UUID lease, long epoch, long floor, long sequence, String entries) {
    return """
    {"lease":"%s","epoch":%d,"leaseMillis":2000,"floor":%d,"sequence":%d,"entries":[%s]}\
    """
        .formatted(lease, epoch, floor, sequence, entries);
  }

  public static String renewed(long epoch, long sequence) {
    return "{\"epoch\":%d,\"leaseMillis\":2000,\"sequence\":%d}".formatted(epoch, sequence);
  }

  public static String ofGrant(long sequence, String grant, int lowest) {
    return """
    {"sequence":%d,"kind":"grant","grant":"%s","lowestLiveVersion":%d}\
    """
        .formatted(sequence, grant, lowest);
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asString(StandardCharsets.UTF_8)
        .defaultIfEmpty("")
        .flatMap(body -> answer(request.uri(), body, response));
  }

  private Mono<Void> answer(String uri, String body, HttpServerResponse response) {
    received.add(new Received(uri, body, System.nanoTime()));
    if (silent) {
      return Mono.never();
    }
    if (uri.contains("/withdrawals?after=")) {
      streams.incrementAndGet();
      return follow(response);
    }
    Reply reply =
        answers.entrySet().stream()
            .filter(entry -> uri.endsWith(entry.getKey()))
            .findFirst()
            .map(entry -> entry.getValue().apply(body))
            .orElse(new Reply(404, ""));
    return response.status(reply.status()).sendString(Mono.just(reply.body())).then();
  }

  private Mono<Void> follow(HttpServerResponse response) {
    Flux<ByteBuf> bytes =
        Flux.merge(
                lines.asFlux().materialize(),
                Flux.interval(Duration.ZERO, Duration.ofMillis(500))
                    .filter(tick -> !silent && !mute)
                    .map(tick -> reactor.core.publisher.Signal.next("")))
            .<String>dematerialize()
            .map(line -> Unpooled.copiedBuffer(line + "\n", StandardCharsets.UTF_8));
    return response
        .status(200)
        .header("Content-Type", "application/x-ndjson")
        .send(bytes, buffer -> true)
        .then();
  }

  private static Sinks.Many<String> newLines() {
    return Sinks.many().multicast().directBestEffort();
  }

  @Override
  public void close() {
    server.disposeNow(Duration.ofSeconds(1));
  }
}
