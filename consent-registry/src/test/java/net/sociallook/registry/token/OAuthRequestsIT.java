package net.sociallook.registry.token;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request before anybody looks at grants. */
class OAuthRequestsIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static RunningRegistry registry;
  private static OAuthClient jobcenter;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of());
    jobcenter = OAuthClient.as(registry, "institution:" + JOBCENTER);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke"})
  void endpointsArePostedTo(String path) {
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, path))
              .method(method, HttpRequest.BodyPublishers.noBody());
      OAuthClient.Answer answer = sendUnchecked(request);
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("allow")).isEqualTo("POST");
      assertThat(answer.error()).isEqualTo("invalid_request");
    }
  }

  private static OAuthClient.Answer sendUnchecked(HttpRequest.Builder request) {
    try {
      return new OAuthClient.Answer(
          jobcenter
              .http()
              .send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString()));
    } catch (java.io.IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke"})
  void onlyInstitutionsOfTheDirectoryMayAsk(String path) {
    OAuthClient nobody =
        new OAuthClient(registry, RunningRegistry.anonymous(), jobcenter.certificate());
    for (OAuthClient caller :
        List.of(
            nobody,
            OAuthClient.as(registry, "institution:nobody-here"),
            OAuthClient.as(registry, "gateway:gw-1"),
            OAuthClient.as(registry, "client-page"),
            OAuthClient.as(registry, JOBCENTER))) {
      assertRefused(caller.post(path, Map.of("token", "x")), 401, "invalid_client");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke"})
  void certificateOfAnotherInstitutionIsRefused(String path) {
    Map<String, String> form = Map.of("client_id", YOUTH_OFFICE, "token", "x");
    assertRefused(jobcenter.post(path, form), 401, "invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data", "x", "*/*"})
  void otherContentTypesAreRefused(String contentType) {
    assertRefused(
        jobcenter.postBody("/oauth2/token", "grant_type=client_credentials", contentType),
        400,
        "invalid_request");
  }

  @Test
  void parametersInTheQueryAreRefused() {
    assertRefused(
        jobcenter.postBody("/oauth2/token?grant_type=client_credentials", "", FORM),
        400,
        "invalid_request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                        | invalid_request",
        "grant_type=client_credentials                             | invalid_request",
        "grant_type=&authorization_details=[]                      | invalid_request",
        "authorization_details=[]                                  | invalid_request",
        "grant_type=client_credentials&grant_type=client_credentials | invalid_request",
        "grant_type=client_credentials&authorization_details=[]&authorization_details=[] | invalid_request",
        "grant_type=client_credentials&authorization_details=%     | invalid_request",
        "grant_type=client_credentials&authorization_details=%ff   | invalid_request",
        "grant_type=authorization_code&authorization_details=[]    | unsupported_grant_type",
        "grant_type=refresh_token&authorization_details=[]         | unsupported_grant_type",
        "grant_type=CLIENT_CREDENTIALS&authorization_details=[]    | unsupported_grant_type",
        "grant_type=client_credentials&authorization_details=[     | invalid_authorization_details",
        "grant_type=client_credentials&authorization_details=[]    | invalid_authorization_details",
        "grant_type=client_credentials&authorization_details=[{}]  | invalid_authorization_details",
        "grant_type=client_credentials&authorization_details=%00   | invalid_authorization_details",
        "grant_type=client_credentials&scope=openid&authorization_details=[] | invalid_scope",
        "grant_type=client_credentials&client_secret=x&authorization_details=[] | invalid_request",
        "grant_type=client_credentials&client_assertion=x&authorization_details=[] | invalid_request"
      })
  void malformedTokenRequestIsRefused(String body, String error) {
    OAuthClient.Answer answer = jobcenter.postBody("/oauth2/token", body, FORM);
    assertRefused(answer, 400, error);
    assertThat(answer.json().has("error_description")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "locations, x",
    "datatypes, Binary",
    "patient, Erika Muster",
    "holder, ../x",
    "type, https://example.org/other",
    "requester, ''",
    "purpose, C O C"
  })
  void malformedDetailIsRefusedWithoutRepeatingIt(String member, String value) {
    Asked asked = Asked.about(Consented.newPseudonym()).with(member, value);
    OAuthClient.Answer answer = jobcenter.post("/oauth2/token", asked.form());
    assertRefused(answer, 400, "invalid_authorization_details");
    assertThat(answer.json().has("error_description")).isTrue();
    assertThat(answer.response().body()).doesNotContain("Erika").doesNotContain("example.org");
  }

  @Test
  void unknownParameterIsIgnoredAsTheStandardWants() {
    OAuthClient.Answer answer =
        jobcenter.postBody(
            "/oauth2/token",
            OAuthClient.encoded(Asked.about(Consented.newPseudonym()).form()) + "&unknown=1",
            FORM);
    assertThat(answer.response().body()).isEqualTo("{\"error\":\"invalid_authorization_details\"}");
  }

  @Test
  void secondWayOfAuthenticationIsRefused() {
    String basic = Base64.getEncoder().encodeToString((JOBCENTER + ":x").getBytes());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, "/oauth2/token"))
            .header("Content-Type", FORM)
            .header("Authorization", "Basic " + basic)
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
    assertRefused(jobcenter.send("/oauth2/token", request), 400, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(ints = {16 * 1024 + 1, 60 * 1024})
  void bodyThatIsTooLongIsRefused(int length) {
    String body = "grant_type=" + "x".repeat(length - "grant_type=".length());
    assertRefused(jobcenter.postBody("/oauth2/token", body, FORM), 413, "invalid_request");
  }

  @Test
  void bodyOfUnknownLengthIsReadNoFurtherThanAllowed() {
    byte[] long_ = "a".repeat(40_000).getBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, "/oauth2/token"))
            .header("Content-Type", FORM)
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(long_)));
    assertRefused(jobcenter.send("/oauth2/token", request), 413, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/introspect", "/oauth2/revoke"})
  void tokenIsNeededOnce(String path) {
    assertRefused(jobcenter.postBody(path, "", FORM), 400, "invalid_request");
    assertRefused(jobcenter.postBody(path, "token=", FORM), 400, "invalid_request");
    assertRefused(jobcenter.postBody(path, "token=a&token=b", FORM), 400, "invalid_request");
  }

  @Test
  void otherPathsAreLeftToThemselves() throws Exception {
    var answer =
        jobcenter
            .http()
            .send(
                HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, "/oauth2/authorize"))
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().map())
        .doesNotContainKeys(
            "set-cookie", "www-authenticate", "location", "x-frame-options", "x-xss-protection");
  }

  private static void assertRefused(OAuthClient.Answer answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.error()).isEqualTo(error);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.header("set-cookie")).isEmpty();
  }
}
