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
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks gateway nodes with one identity, until one serves, eight seconds in all. Each question is a
 * line of the client's log; so another node is asked only where the one before cannot have written
 * it: it was not reached, or said that it does not serve. Whoever has the question and says nothing
 * is waited for, and nobody else is asked. Keeps nothing.
 */
final class GatewayClient {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);

  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /** A node without a lease, or without a ledger to write to. */
  private static final int NOT_SERVING = 503;

  private final HttpClient http;
  private final Nodes nodes;
  private final Duration within;

  GatewayClient(GatewayIdentity identity, Nodes nodes) {
    this(identity, nodes, ANSWER_WITHIN);
  }

  /** With less patience, or more. */
  GatewayClient(GatewayIdentity identity, Nodes nodes, Duration within) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(identity.tls())
            .connectTimeout(CONNECT_WITHIN)
            .build();
    this.nodes = nodes;
    this.within = within;
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
      case Outcome.NotKept<HttpResponse<InputStream>> none -> new Outcome.NotKept<>();
      case Outcome.Refused<HttpResponse<InputStream>>(int status) -> new Outcome.Refused<>(status);
    };
  }

  /** An answer whose body is read, and closed, by the caller. */
  Outcome<HttpResponse<InputStream>> open(Ticket ticket, String path, String accept)
      throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    for (URI node : nodes.inOrder()) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (!left.isPositive()) {
        break;
      }
      HttpRequest request =
          HttpRequest.newBuilder(node.resolve("/fhir/" + ticket.holder() + "/" + path))
              .header("Authorization", "Bearer " + ticket.token())
              .header("Accept", accept)
              .timeout(left)
              .build();
      Optional<Outcome<HttpResponse<InputStream>>> outcome = ask(node, request);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return new Outcome.HolderSilent<>();
  }

  /** Empty where another node may be asked. */
  private Optional<Outcome<HttpResponse<InputStream>>> ask(URI node, HttpRequest request)
      throws InterruptedException {
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() == NOT_SERVING) {
        nodes.gaveNoAnswer(node);
        drop(answer);
        return Optional.empty();
      }
      nodes.answered(node);
      return Optional.of(judged(answer));
    } catch (HttpConnectTimeoutException | ConnectException | SSLHandshakeException unreached) {
      nodes.gaveNoAnswer(node);
      return Optional.empty();
    } catch (IOException broken) {
      nodes.gaveNoAnswer(node);
      return Optional.of(new Outcome.HolderSilent<>());
    } catch (InterruptedException late) {
      nodes.gaveNoAnswer(node);
      throw late;
    }
  }

  private static Outcome<HttpResponse<InputStream>> judged(HttpResponse<InputStream> answer) {
    if (answer.statusCode() == OK) {
      return new Outcome.Answered<>(answer);
    }
    if (answer.statusCode() == NOT_FOUND && GatewayWords.sayNotKept(answer)) {
      return new Outcome.NotKept<>();
    }
    drop(answer);
    return answer.statusCode() >= 500
        ? new Outcome.HolderSilent<>()
        : new Outcome.Refused<>(answer.statusCode());
  }

  /** Lets go of a connection whose answer is not wanted. */
  private static void drop(HttpResponse<InputStream> answer) {
    try {
      answer.body().close();
    } catch (IOException gone) {
      // It is closed either way.
      return;
    }
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
