package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32C;
import net.sociallook.gateway.world.Files;
import net.sociallook.gateway.world.PackagedNode;
import net.sociallook.gateway.world.Replies;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.Test;

/**
 * A load command, not part of the tests: a file of 200 MiB through the packaged gateway with little
 * heap, and in turns the same file from the simulated adapter itself. How to run it is in
 * docs/performance.md.
 */
class LargeDocumentLoad {
  private static final int MEBIBYTE = 1 << 20;
  private static final int SIZE = Integer.getInteger("mebibytes", 200);
  private static final int TURNS = 3;
  private static final String BINARY = "/Binary/" + Files.VISIBLE + "-1";

  private final byte[] block = new byte[MEBIBYTE];
  private final List<Double> direct = new ArrayList<>();
  private final List<Double> through = new ArrayList<>();

  @Test
  void compareTheGatewayWithItsHolder() throws Exception {
    new Random(1).nextBytes(block);
    AtomicReference<PackagedNode> node = new AtomicReference<>();
    try (World world = World.packaged(List.of("-Xmx256m"), node);
        HttpClient client =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(world.jobcenter.sslContext(world.ca))
                .build()) {
      world.adapter.behave(call ->
          call.target().startsWith("/fhir/Binary")
              ? this::large
              : Replies.of(
                  200,
                  "application/fhir+json",
                  Files.document(Files.VISIBLE, TokenForge.AT_HOLDER, "N")
                      .getBytes(StandardCharsets.UTF_8)));
      for (int turn = 0; turn <= TURNS; turn++) {
        turn(turn, client, world);
      }
      print(node.get());
    }
  }

  private void large(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(200, (long) SIZE * MEBIBYTE);
    for (int i = 0; i < SIZE; i++) {
      exchange.getResponseBody().write(block);
    }
  }

  /** The first turn warms up and is not counted. */
  private void turn(int turn, HttpClient client, World world) throws Exception {
    double fromHolder = mebibytesPerSecond(client, atHolder(client, world));
    double fromGateway =
        mebibytesPerSecond(
            client,
            world
                .request("/fhir/" + TokenForge.HOLDER + BINARY)
                .header("Authorization", "Bearer " + world.token())
                .build());
    System.out.printf(
        "turn %d: direct %.1f MiB/s, through the gateway %.1f MiB/s%n",
        turn, fromHolder, fromGateway);
    if (turn > 0) {
      direct.add(fromHolder);
      through.add(fromGateway);
    }
  }

  /** The holder's own answer; the stand-in wants to be told which start of it is meant. */
  private static HttpRequest atHolder(HttpClient client, World world) throws Exception {
    URI file = URI.create("https://localhost:" + world.adapter.port() + "/fhir" + BINARY);
    HttpResponse<Void> stale =
        client.send(
            HttpRequest.newBuilder(file).header("SocialLook-Assertion", assertion("")).build(),
            HttpResponse.BodyHandlers.discarding());
    String boot = stale.headers().firstValue("SocialLook-Boot").orElseThrow();
    return HttpRequest.newBuilder(file)
        .header("SocialLook-Assertion", assertion(boot))
        .timeout(Duration.ofSeconds(20))
        .build();
  }

  private static String assertion(String boot) {
    String claims = "{\"stamp\":{\"boot\":\"" + boot + "\"}}";
    return "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".";
  }

  /** Reads it all and makes sure that it is whole. */
  private double mebibytesPerSecond(HttpClient client, HttpRequest request) throws Exception {
    long start = System.nanoTime();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    CRC32C received = new CRC32C();
    long length = 0;
    byte[] part = new byte[64 * 1024];
    try (InputStream body = response.body()) {
      for (int read = body.read(part); read >= 0; read = body.read(part)) {
        received.update(part, 0, read);
        length += read;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(length).isEqualTo((long) SIZE * MEBIBYTE);
    assertThat(received.getValue()).isEqualTo(expected());
    return SIZE / seconds;
  }

  private long expected() {
    CRC32C all = new CRC32C();
    for (int i = 0; i < SIZE; i++) {
      all.update(block);
    }
    return all.getValue();
  }

  private void print(PackagedNode node) {
    double fromHolder = median(direct);
    double fromGateway = median(through);
    System.out.printf(
        "%d MiB, median of %d: direct %.1f MiB/s, through the gateway %.1f MiB/s, ratio %.2f%n",
        SIZE, TURNS, fromHolder, fromGateway, fromGateway / fromHolder);
    System.out.printf(
        "gateway: peak heap %s MiB (-1: no collection), peak resident %s MiB (-1: unknown)%n",
        node.peakHeapMebibytes().orElse(-1), node.peakResidentMebibytes().orElse(-1));
  }

  private static double median(List<Double> measured) {
    List<Double> sorted = new ArrayList<>(measured);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
