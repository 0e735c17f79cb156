package net.sociallook.pilot.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.sociallook.pilot.process.PostgresPart;
import net.sociallook.pilot.process.ProcessRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How one process of the pilot is.
 *
 * @param state {@code ready}, {@code not ready} or {@code ended}
 * @param lease {@code held} or {@code none}; null where there is no such thing
 * @param sequence number of the withdrawal sequence that a gateway has read; null elsewhere
 * @param megabytes resident memory; 0 where the system does not tell
 */
record PartStatus(
    String name,
    long pid,
    String state,
    List<Integer> ports,
    @Nullable String lease,
    @Nullable Long sequence,
    long megabytes) {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final JsonMapper JSON = JsonMapper.shared();

  boolean isReady() {
    return state.equals("ready");
  }

  static PartStatus of(ProcessRecord record, HttpClient http) {
    List<Integer> ports = record.listening().ports();
    Optional<ProcessHandle> process = record.handle();
    if (process.isEmpty()) {
      return new PartStatus(record.name(), record.pid(), "ended", ports, null, null, 0);
    }
    List<Health> health =
        record.listening().health().stream().map(address -> Health.at(address, http)).toList();
    JsonNode lease =
        health.stream()
            .map(one -> one.document().path("components").path("lease"))
            .filter(one -> !one.isMissingNode())
            .findFirst()
            .orElse(JSON.missingNode());
    return new PartStatus(
        record.name(),
        record.pid(),
        health.stream().allMatch(Health::ok) ? "ready" : "not ready",
        ports,
        lease.isMissingNode() ? null : isUp(lease) ? "held" : "none",
        lease.path("details").has("sequence")
            ? lease.path("details").path("sequence").asLong()
            : null,
        memory(record.name(), process.get()));
  }

  private static boolean isUp(JsonNode lease) {
    return lease.path("status").asString("").equals("UP");
  }

  /** PostgreSQL alone is more than one process. */
  private static long memory(String name, ProcessHandle process) {
    return name.equals(PostgresPart.NAME) ? Memory.ofAll(process) : Memory.of(process);
  }

  /**
   * What a health address answers.
   *
   * @param document missing when it is no JSON
   */
  private record Health(boolean ok, JsonNode document) {
    static Health at(URI address, HttpClient http) {
      try {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Health(response.statusCode() == 200, json(response.body()));
      } catch (IOException e) {
        return new Health(false, JSON.missingNode());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Health(false, JSON.missingNode());
      }
    }

    private static JsonNode json(String body) {
      try {
        return body.isEmpty() ? JSON.missingNode() : JSON.readTree(body);
      } catch (JacksonException e) {
        return JSON.missingNode();
      }
    }
  }
}
