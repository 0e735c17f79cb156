package net.sociallook.registry.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.stream.Collectors;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.Identity;
import net.sociallook.testbed.OpenApiContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the OAuth endpoints over TLS and holds every answer against the contract. */
record OAuthClient(RunningRegistry registry, HttpClient http, X509Certificate certificate) {
  private static final OpenApiContract CONTRACT = OpenApiContract.of("consent-registry.yaml");

  /** An answer that is as the contract says. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(response.body());
    }

    String error() {
      return json().path("error").asString();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  static OAuthClient as(RunningRegistry registry, String commonName) {
    Identity identity = RunningRegistry.authority().issue(commonName);
    HttpClient http = RunningRegistry.client(identity.sslContext(RunningRegistry.authority()));
    return new OAuthClient(registry, http, identity.certificate());
  }

  Answer post(String path, Map<String, String> form) {
    return postBody(path, encoded(form), "application/x-www-form-urlencoded");
  }

  Answer postBody(String path, String body, String contentType) {
    return send(
        path,
        HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, path))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer get(String path) {
    return send(path, HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, path)));
  }

  Answer send(String path, HttpRequest.Builder request) {
    try {
      HttpRequest built = request.build();
      HttpResponse<String> response = http.send(built, HttpResponse.BodyHandlers.ofString());
      CONTRACT.check(
          built.method(),
          path.replaceFirst("[?].*", ""),
          response.statusCode(),
          response.headers().firstValue("content-type").orElse(""),
          response.body());
      return new Answer(response);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry ->
            entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
