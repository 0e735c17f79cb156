package net.sociallook.pilot.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.sociallook.pilot.process.ProcessRecord;
import net.sociallook.pilot.state.Ports;
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

  boolean isReady() {
    return state.equals("ready");
  }

  static PartStatus of(ProcessRecord record, Ports ports, HttpClient http) {
    List<Integer> own =
        ports.all(8, true).entrySet().stream()
            .filter(entry -> belongs(entry.getValue(), record.name()))
            .map(java.util.Map.Entry::getKey)
            .toList();
    if (record.handle().isEmpty()) {
      return new PartStatus(record.name(), record.pid(), "ended", own, null, null, 0);
    }
    if (record.health().isEmpty()) {
      return new PartStatus(
          record.name(), record.pid(), "ready", own, null, null, memory(record.pid()));
    }
    JsonNode health = health(record, http);
    JsonNode lease = health.path("components").path("lease");
    boolean up = health.path("ok").asBoolean(false);
    return new PartStatus(
        record.name(),
        record.pid(),
        up ? "ready" : "not ready",
        own,
        lease.isMissingNode()
            ? null
            : lease.path("status").asString("").equals("UP") ? "held" : "none",
        lease.path("details").has("sequence")
            ? lease.path("details").path("sequence").asLong()
            : null,
        memory(record.pid()));
  }

  private static boolean belongs(String user, String name) {
    return switch (name) {
      case "postgres" -> user.equals("PostgreSQL");
      case "registry" -> user.startsWith("registry,");
      default ->
          user.matches(
              ".*\\b" + java.util.regex.Pattern.quote(name.replace("adapter-", "")) + "(,.*)?");
    };
  }

  /** The health document, with {@code ok} added. */
  private static JsonNode health(ProcessRecord record, HttpClient http) {
    JsonMapper json = JsonMapper.shared();
    try {
      var response =
          http.send(
              HttpRequest.newBuilder(URI.create(record.health())).timeout(PATIENCE).build(),
              BodyHandlers.ofString());
      var document = json.createObjectNode();
      try {
        document.setAll((tools.jackson.databind.node.ObjectNode) json.readTree(response.body()));
      } catch (JacksonException | ClassCastException notJson) {
        // a plain health answer: its status says it all
      }
      return document.put("ok", response.statusCode() == 200);
    } catch (IOException e) {
      return json.createObjectNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return json.createObjectNode();
    }
  }

  private static long memory(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return !Files.exists(status)
          ? 0
          : Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
              .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
