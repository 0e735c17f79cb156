package net.sociallook.registry.page;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the page's answers before any browser sees them. */
class PageHttpIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/help", "/no-such-page", "/assets/none.css", "/api/session"})
  void everyAnswerForbidsWhatThePageDoesNotNeed(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self'; script-src 'self';")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe", "http:", "https:");
    assertThat(answer.headers().map())
        .containsEntry("referrer-policy", java.util.List.of("same-origin"))
        .containsEntry("cross-origin-opener-policy", java.util.List.of("same-origin"))
        .containsEntry("cross-origin-resource-policy", java.util.List.of("same-origin"))
        .containsEntry("x-content-type-options", java.util.List.of("nosniff"));
  }

  @Test
  void pagesAreNotKeptAndAssetsAreKeptForGood() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.headers().firstValue("cache-control")).contains("no-store");
    String style = page.body().replaceAll("(?s).*(/assets/page[.][^\"]+[.]css).*", "$1");
    HttpResponse<byte[]> asset =
        HTTP.send(
            request(style).header("Accept-Encoding", "gzip, br").GET().build(),
            BodyHandlers.ofByteArray());
    assertThat(asset.headers().firstValue("cache-control").orElseThrow())
        .contains("max-age=31536000", "immutable");
    assertThat(asset.headers().firstValue("content-encoding")).contains("br");
    assertThat(asset.body().length).isLessThan(30_000);
  }

  @ParameterizedTest
  @CsvSource({
    "/, de;q=0.5, de",
    "/, 'uk-UA,uk;q=0.9', uk",
    "/, 'fr,ar;q=0.3', ar",
    "/, 'fr', de",
    "/, 'not a language', de"
  })
  void languageFollowsTheBrowser(String path, String accepted, String expected) throws Exception {
    HttpRequest request = request(path).header("Accept-Language", accepted).GET().build();
    assertThat(HTTP.send(request, BodyHandlers.ofString()).body())
        .contains("<html lang=\"" + expected + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:6666, same-origin",
    "http://localhost:8080, cross-site",
    "http://localhost:8080, same-site",
    "null, same-origin",
    "'', ''"
  })
  void formOfAnotherOriginIsRefused(String origin, String site) throws Exception {
    HttpRequest.Builder request = form("/language", "language=en&back=/");
    if (!origin.isEmpty()) {
      request.header("Origin", origin).header("Sec-Fetch-Site", site);
    }
    assertThat(send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void formInsideASessionNeedsTheTokenOfItsPage() throws Exception {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    HttpResponse<String> without =
        send(own("/language", "language=en&back=/").header("Cookie", phone.cookie()));
    assertThat(without.statusCode()).isEqualTo(403);

    HttpRequest page = request("/help").header("Cookie", phone.cookie()).GET().build();
    String token =
        HTTP.send(page, BodyHandlers.ofString())
            .body()
            .replaceAll("(?s).*name=\"form\" value=\"([^\"]+)\".*", "$1");
    HttpResponse<String> with =
        send(
            own("/language", "language=en&back=/help&form=" + token)
                .header("Cookie", phone.cookie()));
    assertThat(with.statusCode()).isEqualTo(303);

    HttpResponse<String> foreign =
        send(
            own("/language", "language=en&back=/help&form=" + token)
                .header("Cookie", Phone.linkedAt(REGISTRY, JOBCENTER).cookie()));
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/%5C/evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/x\r\nSet-Cookie: a=b"
      })
  void redirectsLeadNowhereElse(String back) throws Exception {
    String encoded = java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8);
    HttpResponse<String> answer = send(own("/language", "language=en&back=" + encoded));
    assertThat(answer.statusCode()).isEqualTo(303);
    String location = answer.headers().firstValue("location").orElseThrow();
    assertThat(REGISTRY.uri(Port.BROWSER, "/").resolve(location).getAuthority())
        .isEqualTo(REGISTRY.uri(Port.BROWSER, "/").getAuthority());
  }

  @Test
  void unknownLanguageIsRefusedAndMarkupOfARequestIsNotRepeated() throws Exception {
    HttpResponse<String> answer =
        send(own("/language", "language=%3Cscript%3E&back=%22%3E%3Cscript%3E"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("<h1>").doesNotContain("<script>");
    assertThat(get("/help?x=%22%3E%3Cscript%3E").body()).doesNotContain("<script>");
  }

  @Test
  void addressThatTheServerDoesNotReadIsAnsweredInWordsOfOurs() throws Exception {
    HttpResponse<String> page = get("/requests/..%2Fx");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(PageAnswer.checked(page).body())
        .contains("Diese Adresse gibt es hier nicht", "href=\"/\"")
        .doesNotContain("HTTP Status");
    HttpResponse<String> problem =
        send(HttpRequest.newBuilder(REGISTRY.uri(Port.BROWSER, "/api/..%2Fx")));
    assertThat(problem.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(problem.body()).contains("https://sociallook.net/problems/malformed", "400");
  }

  @Test
  void problemsAreToldToProgramsAsJson() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(REGISTRY.uri(Port.BROWSER, "/no-such-page"))
            .header("Accept", "application/json")
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/problem", "/error", "/institutions", "/templates/layout.html"})
  void whatIsNotAPageCannotBeAskedFor(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  private static HttpRequest.Builder own(String path, String body) {
    return form(path, body).header("Origin", Phone.ORIGIN).header("Sec-Fetch-Site", "same-origin");
  }

  private static HttpRequest.Builder form(String path, String body) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(REGISTRY.uri(Port.BROWSER, path)).header("Accept", "text/html");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
