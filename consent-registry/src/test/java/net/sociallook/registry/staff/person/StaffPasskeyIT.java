package net.sociallook.registry.staff.person;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.staff.StaffBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the institution's code to a session of one person, and what it opens. */
class StaffPasskeyIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void personSignsInWithoutCertificateAndThePageSaysHowSheIsKnown() {
    StaffPerson person = StaffPerson.enrolled(REGISTRY, JOBCENTER, "jc-002");
    HttpResponse<String> signedIn = person.signIn();
    assertThat(signedIn.statusCode()).isEqualTo(303);
    assertThat(signedIn.headers().firstValue("set-cookie").orElseThrow())
        .startsWith("__Host-staff-session=")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Domain", "jc-002");
    assertThat(person.browser().get("/staff/invitations").body())
        .contains("Kaya, Deniz", "mit Passkey angemeldet");
    assertThat(StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001").get("/staff/people").body())
        .contains("die Stelle verbürgt sich", "Passkey seit", "Code von");
  }

  @Test
  void whatSheWritesIsRecordedUnderHerName() {
    StaffBrowser browser = StaffPerson.signedIn(REGISTRY, JOBCENTER, "jc-002").browser();
    String number = "BG-" + UUID.randomUUID().toString().substring(0, 8);
    assertThat(browser.post("/staff/invitations", Map.of("localId", number)).statusCode())
        .isEqualTo(303);
    assertThat(
            REGISTRY
                .asOwner()
                .sql("select caseworker from registry.invitation order by created_at desc limit 1")
                .query(String.class)
                .single())
        .isEqualTo("jc-002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/consents", "/questions", "/audit", "/institutions", "/fhir/Consent"})
  void sessionOpensNoPathOfTheInstitutionsSystems(String path) {
    StaffBrowser browser = StaffPerson.signedIn(REGISTRY, JOBCENTER, "jc-001").browser();
    assertThat(browser.get(path).statusCode()).isEqualTo(401);
    assertThat(browser.get("/staff/grants").statusCode()).isEqualTo(200);
  }

  @Test
  void withoutTheCertificateThereAreNoCodesAndNoPasskeysEnd() {
    StaffPerson person = StaffPerson.signedIn(REGISTRY, JOBCENTER, "jc-001");
    String page = person.browser().get("/staff/people").body();
    assertThat(page).contains("Weber, Anna").doesNotContain("/code\"", "/end\"");
    assertThat(person.browser().post("/staff/people/jc-001/code", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(end(person.browser(), person).statusCode()).isEqualTo(403);
    assertThat(person.browser().get("/staff/grants").statusCode()).isEqualTo(200);
  }

  @Test
  void codeIsGoodForOnePasskeyAndTheNextOneReplacesIt() {
    StaffBrowser desk = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");
    String replaced = StaffPerson.code(desk, "jc-002");
    String code = StaffPerson.code(desk, "jc-002");
    StaffPerson person = StaffPerson.unknown(REGISTRY);
    assertThat(person.make(replaced).statusCode()).isEqualTo(422);
    assertThat(person.make(code.toLowerCase(java.util.Locale.ROOT)).statusCode()).isEqualTo(303);
    assertThat(StaffPerson.unknown(REGISTRY).make(code).body()).contains("Diesen Code gibt es");
    assertThat(desk.post("/staff/people/ya-001/code", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void codeThatIsOverIsGoodForNothing() {
    String code = StaffPerson.code(StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001"), "jc-002");
    StaffPerson person = StaffPerson.unknown(REGISTRY);
    HttpResponse<String> typed = person.browser().post("/staff/passkey/new", Map.of("code", code));
    String path = StaffBrowser.location(typed).replaceAll("https://[^/]+", "");
    String credential = person.passkey().register(person.options(path));
    REGISTRY.asOwner().sql("update registry.staff_code set expires_at = now()").update();
    assertThat(person.browser().post(path, Map.of("credential", credential)).statusCode())
        .isEqualTo(409);
    assertThat(person.signIn().statusCode()).isEqualTo(403);
  }

  @Test
  void blockedPasskeyEndsItsSessionAndOnlyItsInstitutionBlocksIt() {
    StaffPerson person = StaffPerson.signedIn(REGISTRY, JOBCENTER, "jc-001");
    end(StaffBrowser.atDesk(REGISTRY, YOUTH_OFFICE, "ya-001"), person);
    assertThat(person.browser().get("/staff/grants").statusCode()).isEqualTo(200);
    end(StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-002"), person);
    HttpResponse<String> over = person.browser().get("/staff/grants");
    assertThat(over.statusCode()).isEqualTo(303);
    assertThat(StaffBrowser.location(over)).contains("/staff/passkey?ended=true");
    assertThat(person.signIn().statusCode()).isEqualTo(403);
  }

  @Test
  void certificateOfAnotherInstitutionRefutesTheSession() {
    StaffPerson person = StaffPerson.signedIn(REGISTRY, JOBCENTER, "jc-001");
    for (String name : List.of("institution:" + YOUTH_OFFICE, "gateway:gw-1", "client-page")) {
      StaffBrowser other = StaffBrowser.as(REGISTRY, RunningRegistry.as(name));
      other.cookies().putAll(person.browser().cookies());
      assertThat(other.get("/staff/grants").statusCode()).as(name).isIn(303, 401);
    }
    StaffBrowser own = StaffBrowser.of(REGISTRY, JOBCENTER);
    own.cookies().putAll(person.browser().cookies());
    assertThat(own.get("/staff/grants").statusCode()).isEqualTo(200);
  }

  @Test
  void formsNeedTheTokenOfTheSessionAndThePagesOrigin() {
    StaffBrowser browser = StaffPerson.signedIn(REGISTRY, JOBCENTER, "jc-001").browser();
    Map<String, String> forged = Map.of("localId", "4711", "form", "x");
    assertThat(browser.post("/staff/invitations", forged).statusCode()).isEqualTo(403);
    for (String path : List.of("/staff/invitations", "/staff/passkey", "/staff/passkey/options")) {
      var request = browser.form(path, Map.of("localId", "4711"));
      request.header("Origin", "https://evil.example").header("Sec-Fetch-Site", "cross-site");
      assertThat(browser.send(request).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void signedOutMeansSignedOut() {
    StaffPerson person = StaffPerson.signedIn(REGISTRY, JOBCENTER, "jc-001");
    Map<String, String> kept = Map.copyOf(person.browser().cookies());
    assertThat(person.browser().post("/staff/sign-out", Map.of()).statusCode()).isEqualTo(303);
    person.browser().cookies().putAll(kept);
    assertThat(person.browser().get("/staff/grants").statusCode()).isEqualTo(303);
  }

  private static HttpResponse<String> end(StaffBrowser browser, StaffPerson person) {
    return browser.post(
        "/staff/people/passkeys/" + person.passkey().credentialId() + "/end", Map.of());
  }
}
