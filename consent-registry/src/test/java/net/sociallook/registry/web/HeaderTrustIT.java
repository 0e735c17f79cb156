package net.sociallook.registry.web;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a header says of who asks, from where and how is not believed, also on a platform on which
 * Spring Boot would believe it by default.
 */
class HeaderTrustIT {
  private static RunningRegistry registry;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of("spring.main.cloud-platform", "kubernetes"));
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  /** A proxy within a private network is no reason to believe what stands before its word. */
  @Test
  void senderBehindAPrivateAddressIsHeldBackWhateverStandsBeforeIt() {
    for (int i = 0; i < 20; i++) {
      asked(registry, "203.0.113." + i + ", 10.0.0.5").isProblem(409, "ended");
    }
    asked(registry, "203.0.113.99, 10.0.0.5").isProblem(429, "too-many-tries");
  }

  /** What Spring Boot would do there by default. */
  @Test
  void mutantThatBelievesForwardingHeadersIsCaught() {
    try (RunningRegistry mutant =
        RunningRegistry.start(Map.of("server.forward-headers-strategy", "native"))) {
      for (int i = 0; i < 21; i++) {
        asked(mutant, "203.0.113." + i + ", 10.0.0.5").isProblem(409, "ended");
      }
    }
  }

  @Test
  void protocolAndHostOfAHeaderChangeNothing() {
    Phone phone = new Phone(registry);
    Answer answer =
        phone.send(
            phone
                .request("/api/session/options")
                .header("Origin", "https://evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "proto=https;host=evil.example")
                .POST(HttpRequest.BodyPublishers.noBody()));
    answer.isProblem(403, "foreign-origin");
  }

  @ParameterizedTest
  @CsvSource({
    "X-HTTP-Method-Override, DELETE",
    "X-HTTP-Method, DELETE",
    "X-Method-Override, DELETE",
    "X-Original-Method, DELETE",
    "X-Original-URL, /api/grants",
    "X-Rewrite-URL, /api/grants"
  })
  void methodAndPathAreThoseOfTheRequestLine(String header, String value) {
    Phone phone = new Phone(registry);
    phone
        .send(
            phone
                .request("/api/session/options?_method=DELETE")
                .header("Origin", registry.pageOrigin().toString())
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.noBody()))
        .is(200);
  }

  /** The gateways' port ends such a handshake: {@link net.sociallook.registry.StartIT}. */
  @Test
  void certificateInAHeaderIsNoCertificate() throws Exception {
    String pem = URLEncoder.encode(certificate(), StandardCharsets.UTF_8);
    String subject = "CN=institution:" + JOBCENTER;
    HttpRequest request =
        HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, "/consents"))
            .header("X-SSL-Client-Cert", pem)
            .header("X-Client-Cert", pem)
            .header("SSL_CLIENT_CERT", pem)
            .header("Client-Cert", ":" + pem + ":")
            .header("X-Forwarded-Client-Cert", "Cert=\"" + pem + "\";Subject=\"" + subject + "\"")
            .header("X-SSL-Client-S-DN", subject)
            .header("X-SSL-Client-Verify", "SUCCESS")
            .GET()
            .build();
    HttpResponse<String> answer =
        RunningRegistry.anonymous().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("unknown-caller");
  }

  private static String certificate() throws IOException {
    var folder = Files.createTempDirectory("header-trust");
    var file = folder.resolve("cert.pem");
    RunningRegistry.authority()
        .issue("institution:" + JOBCENTER)
        .writePem(file, folder.resolve("cert.key"));
    return Files.readString(file);
  }

  private static Answer asked(RunningRegistry node, String forwarded) {
    Phone phone = new Phone(node);
    return phone.send(
        phone
            .request("/api/invitations/acceptance-options")
            .header("Origin", node.pageOrigin().toString())
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", forwarded)
            .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"AAAABBBBCCCC\"}")));
  }
}
