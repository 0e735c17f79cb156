package net.sociallook.gateway.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An adapter: answers as a test says, and asks for a stamp in its own time as a real one does. */
public final class AdapterStandIn implements AutoCloseable {
  /** What it accepted. */
  public record Call(String method, String target, JsonNode assertion) {}

  /** How it answers. */
  public interface Reply {
    void send(HttpExchange exchange) throws IOException;
  }

  public final List<Call> calls = new CopyOnWriteArrayList<>();
  private final String boot = UUID.randomUUID().toString();
  private final HttpsServer server;
  private volatile Function<Call, Reply> behaviour = Files::answer;

  public AdapterStandIn(SSLContext tls) {
    this.server = Servers.start(tls, this::handle);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void behave(Function<Call, Reply> other) {
    behaviour = other;
  }

  public void behaveWell() {
    behaviour = Files::answer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String assertion = exchange.getRequestHeaders().getFirst("SocialLook-Assertion");
    JsonNode claims =
        JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(assertion.split("\\.")[1]));
    exchange.getResponseHeaders().set("SocialLook-Boot", boot);
    exchange
        .getResponseHeaders()
        .set("SocialLook-Monotonic", Long.toString(System.nanoTime() / 1_000_000));
    if (!claims.path("stamp").path("boot").asString("").equals(boot)) {
      exchange.sendResponseHeaders(412, -1);
      return;
    }
    Call call = new Call(exchange.getRequestMethod(), exchange.getRequestURI().toString(), claims);
    calls.add(call);
    behaviour.apply(call).send(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
