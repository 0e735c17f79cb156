package net.sociallook.registry.token;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import net.sociallook.registry.Answer;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.token.key.SigningKeys;

/** The operator at the management port of a registry. */
final class KeyRotations {
  private static final HttpClient OPERATOR = HttpClient.newHttpClient();

  private KeyRotations() {}

  /** Rotates as if the next key were known to all for long. */
  static Answer rotate(RunningRegistry registry) {
    ageNextKey(registry);
    return post(registry, current(registry)).is(201);
  }

  static Answer post(RunningRegistry registry, String replacing) {
    return post(registry, "application/json", "{\"replacing\":\"" + replacing + "\"}");
  }

  static Answer post(RunningRegistry registry, String contentType, String body) {
    return send(
        HttpRequest.newBuilder(registry.management("/keys/rotations"))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  static Answer list(RunningRegistry registry) {
    return send(HttpRequest.newBuilder(registry.management("/keys")).build()).is(200);
  }

  static String current(RunningRegistry registry) {
    return registry.bean(SigningKeys.class).current().getKeyID();
  }

  static void ageNextKey(RunningRegistry registry) {
    registry
        .asOwner()
        .sql(
            """
            update registry.signing_key set made_at = now() - interval '31 seconds'
            where state = 'next'
            """)
        .update();
  }

  private static Answer send(HttpRequest request) {
    try {
      return Answer.checked(
          OPERATOR.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
