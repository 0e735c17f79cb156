package net.sociallook.registry.ownaccess;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks gateway nodes with one identity, one after the other until one answers, eight seconds in
 * all. Keeps nothing.
 */
final class GatewayClient {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);

  /** After it another node is asked too: this one may hang, or the holder be slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final int OK = 200;

  /** A node without a lease, or without a ledger to write to. */
  private static final int NOT_SERVING = 503;

  private final HttpClient http;
  private final Nodes nodes;

  GatewayClient(GatewayIdentity identity, Nodes nodes) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(identity.tls())
            .connectTimeout(CONNECT_WITHIN)
            .build();
    this.nodes = nodes;
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
    long end = System.nanoTime() + ANSWER_WITHIN.toNanos();
    Iterator<URI> others = nodes.inOrder().iterator();
    try (Race race = new Race(http, nodes)) {
      while (true) {
        if (others.hasNext()) {
          URI node = others.next();
          race.ask(node, request(node, ticket, path, accept));
        }
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (race.isIdle() || left.isNegative()) {
          return new Outcome.HolderSilent<>();
        }
        boolean impatient = others.hasNext() && left.compareTo(PATIENCE) > 0;
        Optional<Outcome<HttpResponse<InputStream>>> outcome =
            race.next(impatient ? PATIENCE : left).flatMap(this::judged);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
    }
  }

  private static HttpRequest request(URI node, Ticket ticket, String path, String accept) {
    return HttpRequest.newBuilder(node.resolve("/fhir/" + ticket.holder() + "/" + path))
        .header("Authorization", "Bearer " + ticket.token())
        .header("Accept", accept)
        .timeout(ANSWER_WITHIN)
        .build();
  }

  /** Empty where another node may do better. */
  private Optional<Outcome<HttpResponse<InputStream>>> judged(Race.Arrived arrived) {
    if (arrived.answer().filter(answer -> answer.statusCode() != NOT_SERVING).isEmpty()) {
      nodes.gaveNoAnswer(arrived.node());
      arrived.answer().ifPresent(Race::drop);
      return Optional.empty();
    }
    nodes.answered(arrived.node());
    HttpResponse<InputStream> answer = arrived.answer().get();
    if (answer.statusCode() == OK) {
      return Optional.of(new Outcome.Answered<>(answer));
    }
    Race.drop(answer);
    return Optional.of(
        answer.statusCode() >= 500
            ? new Outcome.HolderSilent<>()
            : new Outcome.Refused<>(answer.statusCode()));
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
