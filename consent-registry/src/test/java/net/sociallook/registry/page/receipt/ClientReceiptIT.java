package net.sociallook.registry.page.receipt;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClientReceiptIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final String ALL =
      """
      text: ok
      document: ok
      signature: ok
      person verified: ok
      key: ok
      endorsed key: ok
      endorsement: ok
      """;

  @TempDir Path folder;

  private final Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
  private final String grant =
      phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).text("id");

  @Test
  void pageSaysWhatStandsAndWhatWasSigned() {
    assertThat(page())
        .contains("Quittung", "Dokumente nur lesen", "Ich erlaube: Jobcenter Nordhausen")
        .contains("/grants/" + grant + "/receipt.pdf");
    phone.post("/api/grants/" + grant + "/withdrawal").is(200);
    assertThat(page()).contains("Zurückgenommen am").doesNotContain("Das darf jetzt");
  }

  @Test
  void jsonHasTheFieldsOfTheStandardAndTheEvidence() throws Exception {
    JsonNode receipt = JsonMapper.shared().readTree(get("receipt.json").body());
    assertThat(receipt.path("schema_version").asString()).startsWith("https://sociallook.net/");
    assertThat(receipt.path("record_id").asString()).isEqualTo("urn:uuid:" + grant);
    assertThat(receipt.at("/processing/0/processing_method").asString())
        .isEqualTo("documents-read");
    assertThat(receipt.at("/events/0/event_type").asString())
        .isEqualTo("https://w3id.org/dpv#ConsentGiven");
    assertThat(receipt.path("privacy_notice").asString()).contains("Geld zu kürzen");
    assertThat(receipt.has("aud")).isFalse();
    assertThat(receipt.path("evidence").propertyNames())
        .contains("document", "credential_id", "signature", "public_key", "endorsement");
  }

  @Test
  void pdfIsSmallHasItsFontAndEveryWordThatWasSigned() throws Exception {
    byte[] bytes = get("receipt.pdf").body();
    assertThat(bytes.length).isLessThan(60_000);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(words(new PDFTextStripper().getText(document)))
          .contains(words(text()), "Jobcenter Nordhausen");
      for (var name : document.getPage(0).getResources().getFontNames()) {
        assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de-DE");
    }
  }

  @Test
  void anybodyVerifiesItWithOpensslAlone() throws Exception {
    unpack();
    assertThat(verify()).isEqualTo(ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text.txt",
        "document.json",
        "client-data.json",
        "authenticator-data.bin",
        "signature.der",
        "public-key.cose",
        "salt.bin",
        "endorsement.txt",
        "endorsement.der"
      })
  void noOctetOfItCanBeChanged(String file) throws Exception {
    unpack();
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    bytes[bytes.length / 2] ^= 1;
    Files.write(folder.resolve(file), bytes);
    assertThat(verify()).isNotEqualTo(ALL);
  }

  @Test
  void narrowedGrantShowsWhatStandsAndStillVerifies() throws Exception {
    phone
        .post(
            "/api/grants/" + grant + "/narrowing",
            Map.of("holder", YOUTH_OFFICE, "document", "akte-1"))
        .is(200);
    assertThat(page()).contains("akte-1");
    unpack();
    assertThat(verify()).isEqualTo(ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"receipt", "receipt.json", "receipt.pdf", "receipt.zip"})
  void receiptIsTheClientsOwnAndNobodyElses(String form) throws Exception {
    Phone other = Phone.linkedAt(REGISTRY, JOBCENTER);
    assertThat(get(form, other).statusCode()).isEqualTo(404);
    assertThat(get(form, new Phone(REGISTRY)).statusCode()).isIn(303, 401);
    assertThat(get(form + ".exe", phone).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void pageIsFine(String language) {
    Phone client = Phone.linkedAt(Pages.registry(), JOBCENTER, YOUTH_OFFICE);
    String id = client.grant(JOBCENTER, List.of(provision("messages", YOUTH_OFFICE))).text("id");
    try (Tab tab = Pages.tab(Screen.PHONE, language, client)) {
      tab.open("/grants/" + id + "/receipt");
      tab.isFine("receipt");
    }
  }

  private String page() {
    return new Visitor(REGISTRY, phone).open("/grants/" + grant + "/receipt").body();
  }

  private String text() {
    return phone.get("/api/grants/" + grant).json().at("/versions/0/signed/text").asString();
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private void unpack() throws Exception {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(get("receipt.zip").body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
      }
    }
  }

  /** What the commands of the guide print. */
  private String verify() throws Exception {
    String guide = Files.readString(Path.of("../docs/receipt.md"));
    int marker = guide.indexOf("<!-- executed by ClientReceiptIT -->");
    int start = guide.indexOf("```bash\n", marker) + "```bash\n".length();
    Path output = folder.resolve("output.txt");
    Process bash =
        new ProcessBuilder("bash", "-c", guide.substring(start, guide.indexOf("```", start)))
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(String form) throws Exception {
    HttpResponse<byte[]> answer = get(form, phone);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment");
    return answer;
  }

  private HttpResponse<byte[]> get(String form, Phone who) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(REGISTRY.uri(Port.BROWSER, "/grants/" + grant + "/" + form))
            .header("Cookie", who.cookie())
            .header("Accept", "text/html, */*")
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
