package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import net.sociallook.gateway.answer.Outcomes;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no HTTP client would send is refused in our own form, and the connection ends. */
class RawHeadsIT {
  private static final String DOCUMENTS = "/fhir/" + TokenForge.HOLDER + "/DocumentReference";
  private static final String HOST = "Host: localhost\r\n";

  private final World world = World.shared();

  @BeforeEach
  void quiet() {
    world.adapter.behaveWell();
    world.adapter.calls.clear();
  }

  static Stream<Arguments> oddHeads() {
    String get = "GET " + DOCUMENTS;
    return Stream.of(
        Arguments.of(Refusal.NOT_UNDERSTOOD, get + " HTTP/1.0\r\n" + HOST),
        Arguments.of(Refusal.NOT_UNDERSTOOD, get + " HTTP/1.1\r\n"),
        Arguments.of(Refusal.NOT_UNDERSTOOD, get + " HTTP/1.1\r\n" + HOST + "Host: evil.test\r\n"),
        Arguments.of(Refusal.NOT_UNDERSTOOD, get + "?a=% HTTP/1.1\r\n" + HOST),
        Arguments.of(Refusal.NOT_UNDERSTOOD, get + "?a={} HTTP/1.1\r\n" + HOST),
        Arguments.of(Refusal.NOT_UNDERSTOOD, get + "#x HTTP/1.1\r\n" + HOST),
        Arguments.of(Refusal.NOT_UNDERSTOOD, "GET /" + DOCUMENTS + " HTTP/1.1\r\n" + HOST),
        Arguments.of(
            Refusal.NOT_UNDERSTOOD, "GET https://evil.test" + DOCUMENTS + " HTTP/1.1\r\n" + HOST),
        Arguments.of(Refusal.NOT_UNDERSTOOD, "GET\t" + DOCUMENTS + "\tHTTP/1.1 x\r\n" + HOST),
        Arguments.of(Refusal.NOT_UNDERSTOOD, get + " HTTP/1.1\r\n" + HOST + "A B: c\r\n"),
        Arguments.of(
            Refusal.HEADERS_TOO_LARGE,
            get + " HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(17 * 1024) + "\r\n"),
        Arguments.of(
            Refusal.HEADERS_TOO_LARGE,
            get
                + " HTTP/1.1\r\n"
                + HOST
                + "Authorization: Bearer "
                + "a".repeat(1 << 20)
                + "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("oddHeads")
  void oddHeadIsRefusedAndTheConnectionCloses(Refusal refusal, String head) throws IOException {
    String answer = exchange(head + "\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 " + refusal.status() + " ")
        .containsIgnoringCase("Cache-Control: no-store")
        .containsIgnoringCase("X-Request-Id: ")
        .endsWith(new String(Outcomes.body(refusal), StandardCharsets.UTF_8));
    assertThat(world.adapter.calls).isEmpty();
  }

  @Test
  void secondRequestHiddenInABodyReachesNobody() throws IOException {
    String hidden = "GET " + DOCUMENTS + " HTTP/1.1\r\n" + HOST + "\r\n";
    String answer =
        exchange(
            "POST "
                + DOCUMENTS
                + "/_search HTTP/1.1\r\n"
                + HOST
                + "Connection: close\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\n"
                + hidden);

    assertThat(answer.split("HTTP/1.1 ", -1).length - 1).isEqualTo(1);
    assertThat(world.adapter.calls).isEmpty();
  }

  @Test
  void answerToHeadHasNoBodyThatTheNextAnswerCouldBeMistakenFor() throws IOException {
    String answer =
        exchange("HEAD " + DOCUMENTS + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 401 ").endsWith("\r\n\r\n");
  }

  @Test
  void rubbishBehindARequestNeverComesBetweenTheAnswers() throws IOException {
    String open = "GET /fhir/metadata HTTP/1.1\r\n" + HOST + "\r\n";

    String answer = exchange(open + "RUBBISH\r\n\r\n");

    int bodies = answer.split("HTTP/1.1 ", -1).length - 1;
    assertThat(bodies).isBetween(0, 2);
    if (bodies == 2) {
      assertThat(answer).startsWith("HTTP/1.1 200 ").contains("]}]}HTTP/1.1 400 ");
    }
  }

  private String exchange(String bytes) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            world
                .jobcenter
                .sslContext(world.ca)
                .getSocketFactory()
                .createSocket("localhost", world.port())) {
      socket.setSoTimeout(10_000);
      socket.startHandshake();
      Thread.ofVirtual().start(() -> write(socket, bytes));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The other end may stop reading before the end; what counts is its answer. */
  private static void write(SSLSocket socket, String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }
}
