package net.sociallook.registry.sequence.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream of entries, as a node reads it. */
class WithdrawalStreamIT {
  private final TimedRegistry timed = TimedRegistry.shared();
  private final GatewayNode node = timed.node("gw-1");

  @BeforeEach
  void letEarlierLeasesRunOut() {
    timed.letEverythingRunOut();
  }

  @Test
  void streamResumesWithoutGap() throws Exception {
    JsonNode joined = node.join();
    String lease = joined.path("lease").asString();
    long start = joined.path("sequence").asLong();
    List<Long> seen = new ArrayList<>();
    timed.withdraw();
    timed.withdraw();
    readUntil(lease, start, start + 2, seen);
    timed.withdraw();
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> readUntil(lease, seen.getLast(), start + 4, seen), Thread::startVirtualThread);
    timed.withdraw();
    reading.get(10, TimeUnit.SECONDS);
    assertThat(seen).containsExactly(start + 1, start + 2, start + 3, start + 4);
  }

  @Test
  void streamWithoutEntriesSendsEmptyLines() throws Exception {
    JsonNode joined = node.join();
    String lease = joined.path("lease").asString();
    try (BufferedReader lines = stream(lease, joined.path("sequence").asLong())) {
      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).isEmpty();
    }
  }

  @Test
  void streamEndsWithTheLease() throws Exception {
    JsonNode joined = node.join();
    String lease = joined.path("lease").asString();
    try (BufferedReader lines = stream(lease, joined.path("sequence").asLong())) {
      assertThat(lines.readLine()).isEmpty();
      timed.advance(2_000);
      String line = lines.readLine();
      while (line != null) {
        assertThat(line).isEmpty();
        line = lines.readLine();
      }
    }
  }

  private BufferedReader stream(String lease, long after) throws Exception {
    HttpResponse<InputStream> response = node.withdrawals(lease, "" + after);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/x-ndjson");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private void readUntil(String lease, long after, long last, List<Long> seen) {
    assertThatCode(
            () -> {
              try (BufferedReader lines = stream(lease, after)) {
                String line = lines.readLine();
                while (line != null && (seen.isEmpty() || seen.getLast() < last)) {
                  if (!line.isEmpty()) {
                    seen.add(JsonMapper.shared().readTree(line).path("sequence").asLong());
                  }
                  line = seen.isEmpty() || seen.getLast() < last ? lines.readLine() : null;
                }
              }
            })
        .doesNotThrowAnyException();
  }
}
