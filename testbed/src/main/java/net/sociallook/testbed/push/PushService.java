package net.sociallook.testbed.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.sociallook.testbed.CertificateAuthority;

/**
 * A push service on this machine, over real TLS. It proves who sends like a real one, and answers
 * as it is told: 201, unless something else was ordered for an address.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8030">RFC 8030</a>
 */
public final class PushService implements AutoCloseable {
  private static final int FORBIDDEN = 403;
  private static final Reply TAKEN = Reply.status(201);

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Reply>> ordered = new ConcurrentHashMap<>();

  private PushService(HttpsServer server) {
    this.server = server;
  }

  public static PushService start(CertificateAuthority authority) {
    try {
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(
          new HttpsConfigurator(authority.issue("push", "localhost").sslContext(authority)));
      PushService service = new PushService(server);
      server.createContext("/", service::answer);
      server.setExecutor(service.threads);
      server.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Host and port. */
  public String authority() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** A new browser that can be reached here. */
  public Subscriber subscribe(String name) {
    return Subscriber.at(URI.create("https://" + authority() + "/push/" + name));
  }

  /** The next answers for this browser, in this order; then 201 again. */
  public void order(Subscriber subscriber, Reply... replies) {
    ordered.put(subscriber.endpoint().getPath(), new ConcurrentLinkedDeque<>(List.of(replies)));
  }

  /** What came for this browser so far, the first first. */
  public List<Received> receivedFor(Subscriber subscriber) {
    return receivedAt(subscriber.endpoint().getPath());
  }

  public List<Received> receivedAt(String path) {
    return received.stream().filter(one -> one.path().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    byte[] body = exchange.getRequestBody().readAllBytes();
    String fault =
        VapidCheck.fault(headers.getOrDefault("authorization", ""), "https://" + authority());
    received.add(new Received(path, Map.copyOf(headers), body, fault, Instant.now()));
    Deque<Reply> replies = ordered.get(path);
    Reply reply = replies == null || replies.isEmpty() ? TAKEN : replies.poll();
    try (exchange) {
      send(exchange, fault.isEmpty() ? reply : Reply.status(FORBIDDEN));
    }
  }

  private void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.hangs()) {
      awaitClose();
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), reply.endless() ? 0 : -1);
    if (reply.endless()) {
      try (OutputStream out = exchange.getResponseBody()) {
        byte[] more = new byte[8_192];
        while (closed.getCount() > 0) {
          out.write(more);
        }
      }
    }
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
