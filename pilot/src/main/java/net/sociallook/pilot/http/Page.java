package net.sociallook.pilot.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.sociallook.testbed.SoftwarePasskey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client at the registry's page: speaks its JSON API as a browser would, with its origin and
 * cookies.
 */
public final class Page {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI origin;
  private final HttpClient http;
  private final SoftwarePasskey passkey;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  public Page(URI origin, HttpClient http, SoftwarePasskey passkey) {
    this.origin = origin;
    this.http = http;
    this.passkey = passkey.calledFrom(origin.toString());
  }

  public SoftwarePasskey passkey() {
    return passkey;
  }

  /**
   * Opens a session.
   *
   * @throws Refusal if the registry does not know the passkey
   */
  public Page signIn() {
    JsonNode started = post("/api/session/options", Map.of()).orRefusal("Sign-in").json();
    post("/api/session", signed(started)).orRefusal("Sign-in");
    return this;
  }

  /** The answer to a ceremony that asks for a signature. */
  public Map<String, Object> signed(JsonNode started) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ceremony", started.path("ceremony").asString());
    answer.put("assertion", assertion(started.path("requestOptions")));
    return answer;
  }

  /** What {@code navigator.credentials.get} would answer. */
  public JsonNode assertion(JsonNode requestOptions) {
    return JSON.readTree(passkey.sign(requestOptions.toString()));
  }

  /** What {@code navigator.credentials.create} would answer. */
  public JsonNode registration(JsonNode creationOptions) {
    return JSON.readTree(passkey.register(creationOptions.toString()));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  /** Sends a form that has no fields of its own. */
  public Answer submit(String path) {
    String token =
        get("/help").text().replaceAll("(?s).*?name=\"form\" value=\"([^\"]*)\".*", "$1");
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("form=" + token)));
  }

  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  public Answer put(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .timeout(PATIENCE)
            .header("Origin", origin.toString())
            .header("Accept", "application/json, application/problem+json");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), type, response.body());
    } catch (IOException e) {
      throw new Unreachable(origin, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(origin, e);
    }
  }

  private void keep(String setCookie) {
    String[] pair = setCookie.split(";", 2)[0].split("=", 2);
    if (pair.length == 2 && !pair[1].isEmpty()) {
      cookies.put(pair[0].strip(), pair[1].strip());
    }
  }
}
