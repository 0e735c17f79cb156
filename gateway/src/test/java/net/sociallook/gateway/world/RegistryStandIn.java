package net.sociallook.gateway.world;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The consent registry's port for gateways, as {@code docs/protocol.md} section 7 says. */
public final class RegistryStandIn implements AutoCloseable {
  private static final long SEQUENCE = 48_211;

  public final List<JsonNode> intents = new CopyOnWriteArrayList<>();
  public final List<JsonNode> outcomes = new CopyOnWriteArrayList<>();
  public final AtomicInteger jwksFetches = new AtomicInteger();
  public final AtomicBoolean ledgerDown = new AtomicBoolean();
  public final AtomicBoolean leasesDown = new AtomicBoolean();
  public final AtomicLong acknowledged = new AtomicLong(SEQUENCE);
  private final AtomicLong sequence = new AtomicLong(SEQUENCE);
  private final List<BlockingQueue<String>> streams = new CopyOnWriteArrayList<>();
  private final List<String> entries = new CopyOnWriteArrayList<>();
  private final HttpsServer server;
  private final String jwks;

  public RegistryStandIn(SSLContext tls, JWKSet keys) {
    this.jwks = keys.toPublicJWKSet().toString();
    this.server = Servers.start(tls, this::handle);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Withdraws a grant below a version; returns the number of the entry. */
  public long withdraw(String grant, int lowestLiveVersion) {
    return append(Map.of("kind", "grant", "grant", grant, "lowestLiveVersion", lowestLiveVersion));
  }

  /** A client signs out; returns the number of the entry. */
  public long endSession(String session) {
    return append(Map.of("kind", "session", "session", session));
  }

  private long append(Map<String, Object> members) {
    long number = sequence.incrementAndGet();
    Map<String, Object> numbered = new HashMap<>(members);
    numbered.put("sequence", number);
    String entry = JsonMapper.shared().writeValueAsString(numbered);
    entries.add(entry);
    streams.forEach(stream -> stream.add(entry));
    return number;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    JsonNode json = body.length == 0 ? null : JsonMapper.shared().readTree(body);
    if (path.equals("/jwks")) {
      jwksFetches.incrementAndGet();
      Servers.answer(exchange, 200, jwks);
    } else if (path.equals("/intents") || path.equals("/outcomes")) {
      record(exchange, path.substring(1), json);
    } else if (leasesDown.get()) {
      Servers.answer(exchange, 409, "");
    } else if (path.equals("/leases")) {
      Servers.answer(exchange, 201, lease());
    } else if (path.endsWith("/renewals")) {
      Servers.answer(
          exchange, 200, "{\"epoch\":7,\"leaseMillis\":2000,\"sequence\":" + sequence.get() + "}");
    } else if (path.endsWith("/acknowledgements")) {
      acknowledged.accumulateAndGet(json.get("sequence").asLong(), Math::max);
      Servers.answer(exchange, 204, "");
    } else if (path.endsWith("/withdrawals")) {
      stream(exchange);
    } else {
      Servers.answer(exchange, 404, "");
    }
  }

  private void record(HttpExchange exchange, String kind, JsonNode json) throws IOException {
    if (ledgerDown.get()) {
      Servers.answer(exchange, 503, "");
      return;
    }
    List<JsonNode> all = StreamSupport.stream(json.get(kind).spliterator(), false).toList();
    String id = kind.equals("intents") ? "id" : "intent";
    (kind.equals("intents") ? intents : outcomes).addAll(all);
    List<String> recorded = all.stream().map(one -> one.get(id).asString()).toList();
    Servers.answer(
        exchange, 201, JsonMapper.shared().writeValueAsString(Map.of("recorded", recorded)));
  }

  private String lease() {
    return "{\"lease\":\""
        + UUID.randomUUID()
        + "\",\"epoch\":7,\"leaseMillis\":2000,\"floor\":"
        + SEQUENCE
        + ",\"sequence\":"
        + sequence.get()
        + ",\"entries\":["
        + String.join(",", entries)
        + "]}";
  }

  private void stream(HttpExchange exchange) throws IOException {
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    streams.add(queue);
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (!leasesDown.get()) {
        String line = queue.poll(300, TimeUnit.MILLISECONDS);
        out.write(((line == null ? "" : line) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      streams.remove(queue);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
