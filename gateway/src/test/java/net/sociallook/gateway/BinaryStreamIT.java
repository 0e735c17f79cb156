package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.Files;
import net.sociallook.gateway.world.Replies;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A large file passes at the pace of its reader, whole, and never lies in memory. */
class BinaryStreamIT {
  private static final int MEGABYTE = 1 << 20;
  private static final int MEGABYTES = 48;

  private final World world = World.shared();
  private final AtomicLong written = new AtomicLong();

  @BeforeEach
  void largeFile() {
    world.registry.outcomes.clear();
    world.adapter.behave(call ->
        call.target().startsWith("/fhir/Binary")
            ? large()
            : Replies.of(
                200,
                "application/fhir+json",
                Files.document(Files.VISIBLE, TokenForge.AT_HOLDER, "N")
                    .getBytes(StandardCharsets.UTF_8)));
  }

  private AdapterStandIn.Reply large() {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      exchange.sendResponseHeaders(200, (long) MEGABYTES * MEGABYTE);
      Random random = new Random(1);
      byte[] part = new byte[64 * 1024];
      for (long at = 0; at < (long) MEGABYTES * MEGABYTE; at += part.length) {
        random.nextBytes(part);
        exchange.getResponseBody().write(part);
        written.addAndGet(part.length);
      }
    };
  }

  @Test
  void holderWaitsForTheReaderAndTheFileArrivesWhole() throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(world.jobcenter.sslContext(world.ca))
            .build()) {
      HttpResponse<InputStream> response =
          client.send(
              world
                  .request("/fhir/" + TokenForge.HOLDER + "/Binary/" + Files.VISIBLE + "-1")
                  .header("Authorization", "Bearer " + world.token())
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      long early = settled();
      assertThat(early).isLessThan((long) MEGABYTES * MEGABYTE / 2);

      assertIntact(response.body());

      World.await("outcome", () -> !world.registry.outcomes.isEmpty());
      assertThat(world.registry.outcomes.getFirst().get("bytes").asLong())
          .isEqualTo((long) MEGABYTES * MEGABYTE);
    }
  }

  /** How much the holder got rid of before anybody read. */
  private long settled() {
    long[] seen = {-1};
    int[] same = {0};
    World.await(
        "a pause of the holder",
        () -> {
          long now = written.get();
          same[0] = now == seen[0] ? same[0] + 1 : 0;
          seen[0] = now;
          return same[0] >= 10;
        });
    return seen[0];
  }

  private static void assertIntact(InputStream body) throws IOException {
    Random random = new Random(1);
    byte[] expected = new byte[64 * 1024];
    long read = 0;
    for (byte[] part = body.readNBytes(expected.length);
        part.length > 0;
        part = body.readNBytes(expected.length)) {
      random.nextBytes(expected);
      assertThat(part).isEqualTo(expected);
      read += part.length;
    }
    assertThat(read).isEqualTo((long) MEGABYTES * MEGABYTE);
  }
}
