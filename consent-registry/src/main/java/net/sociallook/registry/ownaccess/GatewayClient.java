package net.sociallook.registry.ownaccess;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks gateway nodes as the client page. Keeps nothing. */
final class GatewayClient {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration BEGIN_WITHIN = Duration.ofSeconds(8);
  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final int OK = 200;

  private final HttpClient http;
  private final List<URI> gateways;

  GatewayClient(PageIdentity identity, List<URI> gateways) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(identity.tls())
            .connectTimeout(CONNECT_WITHIN)
            .build();
    this.gateways = gateways;
  }

  /**
   * A whole FHIR answer of at most 8 MiB.
   *
   * @param path below the holder, for example {@code Goal?_count=50}
   */
  Outcome<JsonNode> get(Ticket ticket, String path) throws InterruptedException {
    return switch (open(ticket, path, "application/fhir+json")) {
      case Outcome.Answered<HttpResponse<InputStream>>(HttpResponse<InputStream> answer) ->
          whole(answer);
      case Outcome.HolderSilent<HttpResponse<InputStream>> silent -> new Outcome.HolderSilent<>();
      case Outcome.Refused<HttpResponse<InputStream>>(int status) -> new Outcome.Refused<>(status);
    };
  }

  /** An answer whose body is read, and closed, by the caller. */
  Outcome<HttpResponse<InputStream>> open(Ticket ticket, String path, String accept)
      throws InterruptedException {
    for (URI gateway : gateways) {
      try {
        URI address = gateway.resolve("/fhir/" + ticket.holder() + "/" + path);
        HttpRequest request =
            HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + ticket.token())
                .header("Accept", accept)
                .timeout(BEGIN_WITHIN)
                .build();
        return judged(http.send(request, HttpResponse.BodyHandlers.ofInputStream()));
      } catch (HttpConnectTimeoutException | ConnectException away) {
        continue;
      } catch (IOException broken) {
        return new Outcome.HolderSilent<>();
      }
    }
    return new Outcome.HolderSilent<>();
  }

  private static Outcome<HttpResponse<InputStream>> judged(HttpResponse<InputStream> answer)
      throws IOException {
    if (answer.statusCode() == OK) {
      return new Outcome.Answered<>(answer);
    }
    answer.body().close();
    return answer.statusCode() >= 500
        ? new Outcome.HolderSilent<>()
        : new Outcome.Refused<>(answer.statusCode());
  }

  private static Outcome<JsonNode> whole(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES
          ? new Outcome.HolderSilent<>()
          : new Outcome.Answered<>(JsonMapper.shared().readTree(bytes));
    } catch (IOException | JacksonException broken) {
      return new Outcome.HolderSilent<>();
    }
  }
}
