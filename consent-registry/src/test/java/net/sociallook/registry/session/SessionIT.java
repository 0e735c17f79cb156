package net.sociallook.registry.session;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.passkey.PasskeyStore;
import net.sociallook.registry.reach.Reaches;
import net.sociallook.testbed.SoftwarePasskey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void clientSignsInAndOut() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    Answer signedIn = phone.signIn().is(201);
    String header = signedIn.response().headers().firstValue("set-cookie").orElseThrow();
    assertThat(header)
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .matches(".*Max-Age=1[78].*");
    phone.get("/api/session").is(200);
    String cookie = phone.cookie();

    phone.delete("/api/session").is(204);

    phone
        .send(phone.request("/api/session").header("Cookie", cookie).GET())
        .isProblem(401, "no-session");
  }

  @Test
  void sessionEndsAfterItsTime() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    String value = phone.cookie().split("=", 2)[1];
    int moved =
        REGISTRY
            .asOwner()
            .sql(
                "update registry.session set expires_at = expires_at - interval '30 minutes'"
                    + " where token_hash = sha256(:value)")
            .param("value", value.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .update();
    assertThat(moved).isEqualTo(1);
    phone.get("/api/session").isProblem(401, "no-session");
  }

  @Test
  void cookieOfAnHttpsPageIsBoundToItsHost() {
    Phone.linkedAt(REGISTRY, JOBCENTER);
    UUID client =
        REGISTRY
            .asOwner()
            .sql("select client from registry.passkey where removed_at is null limit 1")
            .query(UUID.class)
            .single();
    RegistryProperties plain = REGISTRY.bean(RegistryProperties.class);
    RegistryProperties https =
        new RegistryProperties(
            plain.listeners(),
            plain.tls(),
            plain.database(),
            new RegistryProperties.Page(URI.create("https://page.example"), "page.example"),
            plain.directory(),
            plain.pseudonymKey());
    Sessions sessions =
        new Sessions(
            REGISTRY.bean(JdbcClient.class),
            REGISTRY.bean(Clock.class),
            REGISTRY.bean(Reaches.class),
            https);
    assertThat(
            sessions
                .open(REGISTRY.bean(PasskeyStore.class).of(client).getFirst())
                .cookie()
                .toString())
        .startsWith("__Host-session=")
        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Domain");
  }

  @Test
  void challengeIsGoodOnceEvenWhenTheFirstAnswerWasWrong() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    Answer options = phone.post("/api/session/options", Map.of()).is(200);
    SoftwarePasskey foreign = phone.passkey().calledFrom("http://localhost:6666");
    phone
        .post("/api/session", Phone.signInWith(foreign, options))
        .isProblem(403, "signature-refused");
    phone.post("/api/session", Phone.signInWith(phone.passkey(), options)).isProblem(409, "ended");
  }

  @Test
  void answerToAnotherChallengeIsRefused() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    Answer first = phone.post("/api/session/options", Map.of()).is(200);
    Answer second = phone.post("/api/session/options", Map.of()).is(200);
    Map<String, Object> mixed =
        Map.of(
            "ceremony", first.text("ceremony"),
            "assertion", Phone.assertion(phone.passkey(), second));
    phone.post("/api/session", mixed).isProblem(403, "signature-refused");
  }

  @Test
  void passkeyThatNobodyRegisteredIsRefused() {
    new Phone(REGISTRY).signIn().isProblem(403, "signature-refused");
  }

  @Test
  void signatureWithoutUserVerificationIsRefused() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    phone.signIn(phone.passkey().withoutUserVerification()).isProblem(403, "signature-refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:6666", "null", "http://localhost:8080.evil.example"})
  void requestOfAnotherOriginIsRefused(String origin) {
    Phone phone = new Phone(REGISTRY);
    phone
        .send(
            phone
                .request("/api/session/options")
                .header("Origin", origin)
                .POST(BodyPublishers.noBody()))
        .isProblem(403, "foreign-origin");
  }

  @Test
  void unsafeRequestWithoutOriginIsRefused() {
    Phone phone = new Phone(REGISTRY);
    phone
        .send(phone.request("/api/session/options").POST(BodyPublishers.noBody()))
        .isProblem(403, "foreign-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
  void bodyThatIsNotJsonIsRefused(String mediaType) {
    Phone phone = new Phone(REGISTRY);
    phone
        .send(post(phone, "{}").header("Content-Type", mediaType))
        .isProblem(415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"ceremony\":\"x\",\"assertion\":{}}",
        "{\"assertion\":{}}",
        "{\"ceremony\":\"4c3b2a10-0000-4000-8000-000000000000\",\"assertion\":{},\"more\":1}",
        "{\"ceremony\":\"4c3b2a10-0000-4000-8000-000000000000\","
            + "\"ceremony\":\"4c3b2a10-0000-4000-8000-000000000000\",\"assertion\":{}}"
      })
  void bodyThatIsNotUnderstoodIsRefused(String body) {
    Phone phone = new Phone(REGISTRY);
    phone
        .send(post(phone, body).header("Content-Type", "application/json"))
        .isProblem(400, "malformed");
  }

  @Test
  void bodyThatIsTooLargeIsRefusedHoweverItIsSent() {
    Phone phone = new Phone(REGISTRY);
    String large = "{\"ceremony\":\"" + "x".repeat(70_000) + "\"}";
    phone
        .send(post(phone, large).header("Content-Type", "application/json"))
        .isProblem(413, "too-large");
    HttpRequest.Builder chunked =
        phone
            .request("/api/session")
            .header("Origin", Phone.ORIGIN)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(large.getBytes())));
    phone.send(chunked).isProblem(413, "too-large");
  }

  @Test
  void directoryIsToldToInstitutionsAndToClientsWhoAreSignedIn() {
    new Phone(REGISTRY).get("/api/institutions").isProblem(401, "no-session");
    Answer list = Phone.linkedAt(REGISTRY, JOBCENTER).get("/api/institutions").is(200);
    assertThat(list.json().get("institutions")).hasSize(3);
    Answer same = Office.of(REGISTRY, JOBCENTER).get("/institutions").is(200);
    assertThat(same.json()).isEqualTo(list.json());
  }

  private static HttpRequest.Builder post(Phone phone, String body) {
    return phone
        .request("/api/session")
        .header("Origin", Phone.ORIGIN)
        .POST(BodyPublishers.ofString(body));
  }
}
