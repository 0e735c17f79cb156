package net.sociallook.registry.ownaccess;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import net.sociallook.registry.RunningRegistry;

/** A gateway node: asks for a certificate, keeps what it was asked, and answers as a test says. */
public final class GatewayStandIn implements AutoCloseable {
  /**
   * @param target path and query
   */
  public record Asked(String caller, String target, String token) {}

  public interface Reply {
    void send(HttpExchange exchange) throws IOException;
  }

  public interface Behaviour {
    Reply to(Asked asked);
  }

  public final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpsServer server;
  private volatile Behaviour behaviour = one -> json(404, "{}");

  public GatewayStandIn() {
    SSLContext tls =
        RunningRegistry.authority()
            .issue("gateway:gw-1", "localhost")
            .sslContext(RunningRegistry.authority());
    try {
      server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters needed = tls.getDefaultSSLParameters();
            needed.setNeedClientAuth(true);
            parameters.setSSLParameters(needed);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String address() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  public void behave(Behaviour other) {
    asked.clear();
    behaviour = other;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String caller =
        ((com.sun.net.httpserver.HttpsExchange) exchange)
            .getSSLSession()
            .getPeerPrincipal()
            .getName();
    String token =
        exchange.getRequestHeaders().getFirst("Authorization").replaceFirst("^Bearer ", "");
    Asked one = new Asked(caller, exchange.getRequestURI().toString(), token);
    asked.add(one);
    behaviour.to(one).send(exchange);
    exchange.close();
  }

  /** What a gateway says where the holder does not keep the kind. */
  public static Reply notKept() {
    return json(404, refusal("kind-not-kept"));
  }

  static String refusal(String code) {
    return """
    {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"not-supported","details":
      {"coding":[{"system":"https://sociallook.net/fhir/CodeSystem/refusal","code":"%s"}],"text":"x"}}]}
    """
        .formatted(code);
  }

  public static Reply json(int status, String body) {
    return bytes(status, "application/fhir+json", body.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply bytes(int status, String type, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
