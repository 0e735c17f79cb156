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
import net.sociallook.registry.page.device.SecondDevice;
import net.sociallook.registry.page.print.Printed;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({"de, Quittung", "de-simple, Quittung", "en, Receipt", "uk, Квитанція", "ar, إيصال"})
  void pdfIsAccessibleAndHoldsEveryWordThatWasSigned(String language, String title)
      throws Exception {
    Printed receipt =
        new Printed(get("receipt.pdf", phone, language).body()).draw("receipt-" + language);
    assertThat(receipt.barriers()).isEmpty();
    assertThat(receipt.bytes().length).isLessThan(60_000);
    assertThat(receipt.language()).isEqualTo(language);
    assertThat(receipt.title()).isEqualTo(title);
    assertThat(receipt.heard())
        .startsWith(title)
        .contains(Printed.joined(text()), "Jobcenter Nordhausen", grant);
    assertThat(receipt.fonts()).allSatisfy(name -> assertThat(name).contains("+NotoSans"));
  }

  @Test
  void pdfSaysWhatWasTakenBack() throws Exception {
    phone.post("/api/grants/" + grant + "/withdrawal").is(200);
    assertThat(new Printed(get("receipt.pdf").body()).heard())
        .contains("Zurückgenommen am")
        .doesNotContain("Das darf jetzt");
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
  void whatANewerDeviceSignedLeadsToTheEndorsedKey() throws Exception {
    SecondDevice devices = SecondDevice.of(phone, REGISTRY).joined();
    devices.second().grant(JOBCENTER, List.of(provision("appointments-arrange", YOUTH_OFFICE)));
    unpack();

    assertThat(verify()).isEqualTo(ALL.replace("endorsed key", "step-1: ok\nendorsed key"));
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
    return get(form, who, "de");
  }

  private HttpResponse<byte[]> get(String form, Phone who, String language) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(REGISTRY.uri(Port.BROWSER, "/grants/" + grant + "/" + form))
            .header("Cookie", who.cookie())
            .header("Accept", "text/html, */*")
            .header("Accept-Language", language)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
