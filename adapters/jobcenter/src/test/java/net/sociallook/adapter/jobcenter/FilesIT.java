package net.sociallook.adapter.jobcenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Base64;
import net.sociallook.testbed.adapter.Answers;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files, which the case system hands out against a ticket. */
class FilesIT {
  private static final String SEARCH = "/fhir/DocumentReference?patient=" + Surroundings.JONAS;
  private static RunningAdapter running;
  private static GatewayNode gateway;

  @BeforeAll
  static void start() {
    running = new RunningAdapter();
    gateway = running.gateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
    running.close();
  }

  @AfterEach
  void calm() {
    running.system.simulation.forget();
  }

  @Test
  void everyFileIsTheReadablePdfThatItsDocumentPromises() throws Exception {
    JsonNode bundle = Answers.json(gateway.get(SEARCH + "&_count=100", Surroundings.JONAS));

    assertThat(bundle.get("entry")).hasSizeGreaterThan(4);
    for (JsonNode entry : bundle.get("entry")) {
      JsonNode attachment = entry.at("/resource/content/0/attachment");
      HttpResponse<byte[]> response = fetch("/fhir/" + attachment.get("url").asString());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).hasValue("application/pdf");
      assertThat(response.body()).hasSize(attachment.get("size").asInt());
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(response.body());
      assertThat(attachment.get("hash").asString())
          .isEqualTo(Base64.getEncoder().encodeToString(digest));
      try (PDDocument pdf = Loader.loadPDF(response.body())) {
        assertThat(new PDFTextStripper().getText(pdf)).contains("Müller", "Jobcenter Nordhausen");
      }
    }
  }

  @Test
  void anotherCustomersFileIsNotThere() throws Exception {
    String url = url();

    HttpResponse<String> response = gateway.get(url, Surroundings.EMRE);

    assertRefused(response, 404, "not-found");
  }

  @Test
  void fileThatTheCaseSystemHasLostIsNotThere() throws Exception {
    disturb(".*/schein", "{\"fehlercode\":\"1404\",\"fehlertext\":\"Müller\"}");

    assertRefused(gateway.get(url(), Surroundings.JONAS), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"fehlercode\":\"0\",\"daten\":{\"schein\":\"../kunden/1\",\"groesse\":\"1\"}}",
        "{\"fehlercode\":\"0\",\"daten\":{\"schein\":\"\",\"groesse\":\"1\"}}",
        "{\"fehlercode\":\"0\",\"daten\":{\"schein\":\"0123456789ABCDEF\"}}",
        "{\"fehlercode\":\"0\",\"daten\":{\"schein\":\"0123456789ABCDEF\",\"groesse\":\"1\"}}",
        "{\"fehlercode\":\"0\",\"daten\":null}"
      })
  void ticketThatIsNoneFailsBeforeTheFirstByte(String ticket) throws Exception {
    disturb(".*/schein", ticket);

    assertRefused(gateway.get(url(), Surroundings.JONAS), 503, "system-unavailable");
  }

  @Test
  void fileOfAnotherLengthFailsBeforeTheFirstByte() throws Exception {
    running.system.simulation.disturb(
        any(urlPathMatching(".*/abholung/.*"))
            .willReturn(aResponse().withBody("kurz").withHeader("Content-Length", "4")));

    assertRefused(gateway.get(url(), Surroundings.JONAS), 503, "system-unavailable");
  }

  private static void disturb(String path, String body) {
    running.system.simulation.disturb(
        any(urlPathMatching(path)).willReturn(aResponse().withBody(body)));
  }

  private static String url() throws Exception {
    return "/fhir/" + attachment().get("url").asString();
  }

  private static JsonNode attachment() throws Exception {
    return Answers.json(gateway.get(SEARCH, Surroundings.JONAS))
        .at("/entry/0/resource/content/0/attachment");
  }

  private static HttpResponse<byte[]> fetch(String url) {
    return gateway.exchange(url, Surroundings.JONAS, BodyHandlers.ofByteArray());
  }
}
