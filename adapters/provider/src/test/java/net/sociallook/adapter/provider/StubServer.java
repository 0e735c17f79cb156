package net.sociallook.adapter.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An existing server that knows one participant, 1000, and whose answers about goals are a test's,
 * for tests.
 */
final class StubServer implements AutoCloseable {
  final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Answer goals = exchange -> send(exchange, 200, bundle("", goal(1, 1000)));

  StubServer() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
  }

  void goals(Answer answer) {
    goals = answer;
  }

  void goals(String body) {
    goals = exchange -> send(exchange, 200, body);
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /**
   * @param next address of the next page; empty on the last
   */
  static String bundle(String next, String... resources) {
    return """
    {"resourceType": "Bundle", "type": "searchset", "link": [%s], "entry": [%s]}\
    """
        .formatted(
            next.isEmpty() ? "" : "{\"relation\": \"next\", \"url\": \"" + next + "\"}",
            List.of(resources).stream()
                .map(it -> "{\"resource\": " + it + ", \"search\": {\"mode\": \"match\"}}")
                .collect(Collectors.joining(",")));
  }

  static String[] goals(int from, int before) {
    return IntStream.range(from, before).mapToObj(n -> goal(n, 1000)).toArray(String[]::new);
  }

  static String goal(int id, int patient) {
    return goal(id, patient, "");
  }

  /**
   * @param more members, each with a comma at its end
   */
  static String goal(int id, int patient, String more) {
    return """
    {"resourceType": "Goal", "id": "%d", %s
     "meta": {"lastUpdated": "2026-11-01T10:00:00Z", "security": [{
       "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "N"}]},
     "lifecycleStatus": "active", "description": {"text": "GEHEIM"}, "startDate": "2026-10-01",
     "subject": {"reference": "Patient/%d"}}\
    """
        .formatted(id, more, patient);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestURI().toString();
      asked.add(target);
      if (target.startsWith("/fhir/Goal")) {
        goals.give(exchange);
      } else if (target.startsWith("/fhir/Patient/")) {
        send(exchange, 200, patient(target.replaceAll(".*/", "")));
      } else if (target.startsWith("/fhir/Patient?")) {
        send(exchange, 200, bundle("", patient("1000"), patient("1001")));
      } else {
        send(exchange, 200, "{\"resourceType\": \"CapabilityStatement\"}");
      }
    }
  }

  private static String patient(String id) {
    return """
    {"resourceType": "Patient", "id": "%s", "identifier": [{
      "system": "https://traegerakte.example/fhir/sid/teilnehmer", "value": "TN-%s"}]}\
    """
        .formatted(id, id);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** What a server does with a request. */
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }
}
