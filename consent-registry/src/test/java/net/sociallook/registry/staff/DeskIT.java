package net.sociallook.registry.staff;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets to the staff's page, and whose forms it takes. */
class DeskIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @ParameterizedTest
  @ValueSource(strings = {"", "institution:unknown", "gateway:gw-1", "client-page"})
  void withoutAnInstitutionsCertificateThereIsOnlyAnExplanation(String name) {
    HttpClient http = name.isEmpty() ? RunningRegistry.anonymous() : RunningRegistry.as(name);
    HttpResponse<String> answer = StaffBrowser.as(REGISTRY, http).get("/staff/sign-in");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("kein gültiges Zertifikat").doesNotContain("Weber");
  }

  @Test
  void onlyTheInstitutionsOwnStaffCanBeChosen() {
    StaffBrowser browser = StaffBrowser.of(REGISTRY, JOBCENTER);
    assertThat(browser.get("/staff/sign-in").body()).contains("jc-001").doesNotContain("ya-001");
    HttpResponse<String> foreign = browser.post("/staff/sign-in", Map.of("caseworker", "ya-001"));
    assertThat(foreign.statusCode()).isEqualTo(400);
    assertThat(browser.cookies()).doesNotContainKey("__Host-staff");
  }

  @Test
  void chosenPersonIsKeptInAShortCookieForThisHostAlone() {
    HttpResponse<String> answer =
        StaffBrowser.of(REGISTRY, JOBCENTER).post("/staff/sign-in", Map.of("caseworker", "jc-001"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
        .startsWith("__Host-staff=jc-001.")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=7200")
        .doesNotContain("Domain");
  }

  @Test
  void withoutAChosenPersonTheBrowserIsSentToChooseAndFindsBack() {
    HttpResponse<String> answer =
        StaffBrowser.of(REGISTRY, JOBCENTER).get("/staff/invitations?wrong=true");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(StaffBrowser.location(answer))
        .endsWith("/staff/sign-in?ended=true&back=%2Fstaff%2Finvitations%3Fwrong%3Dtrue");
  }

  @Test
  void cookieIsGoodForItsInstitutionAndPersonAlone() {
    String genuine =
        StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001").cookies().get("__Host-staff");
    assertThat(open(JOBCENTER, genuine)).isEqualTo(200);
    assertThat(open(YOUTH_OFFICE, genuine)).isEqualTo(303);
    assertThat(open(JOBCENTER, genuine.replace("jc-001", "jc-002"))).isEqualTo(303);
    String[] parts = genuine.split("[.]");
    String longer = parts[0] + "." + (Long.parseLong(parts[1]) + 9) + "." + parts[2] + ".";
    assertThat(open(JOBCENTER, longer + parts[3])).isEqualTo(303);
    assertThat(open(JOBCENTER, longer)).isEqualTo(303);
    assertThat(open(JOBCENTER, "jc-001")).isEqualTo(303);
  }

  private static int open(String institution, String cookie) {
    StaffBrowser browser = StaffBrowser.of(REGISTRY, institution);
    browser.cookies().put("__Host-staff", cookie);
    return browser.get("/staff/invitations").statusCode();
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, same-origin",
    "null, same-origin",
    "https://localhost:1, same-site",
    "'', ''"
  })
  void formOfAnotherOriginIsRefused(String origin, String site) {
    StaffBrowser browser = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");
    var request = browser.form("/staff/invitations", Map.of("localId", "4711"));
    if (!origin.isEmpty()) {
      request.header("Origin", origin).header("Sec-Fetch-Site", site);
    }
    assertThat(browser.send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void formNeedsTheTokenOfItsPage() {
    StaffBrowser browser = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");
    Map<String, String> forged = Map.of("localId", "4711", "form", "x");
    assertThat(browser.post("/staff/invitations", forged).statusCode()).isEqualTo(403);
    assertThat(browser.post("/staff/invitations", Map.of("localId", "4711")).statusCode())
        .isEqualTo(303);
  }

  @Test
  void otherSitesCannotUseTheBrowsersCertificateOnAnyPath() {
    StaffBrowser browser = StaffBrowser.of(REGISTRY, JOBCENTER);
    for (String path : java.util.List.of("/oauth2/token", "/fhir/Consent/_search")) {
      var request = browser.form(path, Map.of("a", "b")).header("Sec-Fetch-Site", "cross-site");
      HttpResponse<String> answer = browser.send(request);
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void pagesForbidWhatTheyDoNotNeedAndAssetsComeWithoutCertificate() {
    StaffBrowser browser = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");
    HttpResponse<String> page = browser.get("/staff/invitations");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self'; script-src 'self';")
        .doesNotContain("unsafe");
    String style = page.body().replaceAll("(?s).*\"(/staff/assets/page[.][^\"]+[.]css)\".*", "$1");
    HttpResponse<String> asset = StaffBrowser.as(REGISTRY, RunningRegistry.anonymous()).get(style);
    assertThat(asset.statusCode()).isEqualTo(200);
  }

  @Test
  void languagesAreGermanAndEnglishWhateverABrowserWants() {
    StaffBrowser browser = StaffBrowser.of(REGISTRY, JOBCENTER);
    browser.cookies().put("language", "ar");
    assertThat(browser.get("/staff/sign-in").body()).contains("lang=\"de\"", "Wer sitzt hier?");
    browser.post("/staff/language", Map.of("language", "en", "back", "/staff/sign-in"));
    assertThat(browser.get("/staff/sign-in").body()).contains("Who is sitting here?");
  }

  @Test
  void clientsPortHasNothingOfIt() {
    assertThat(onBrowserPort("/staff/sign-in").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> onBrowserPort(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              new Phone(REGISTRY).request(path).GET().build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
