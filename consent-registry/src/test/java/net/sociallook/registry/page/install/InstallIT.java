package net.sociallook.registry.page.install;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import net.sociallook.registry.Phone;
import net.sociallook.registry.page.Pages;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page among the apps of a phone, and without a connection. */
class InstallIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int FIRST_LOAD = 100_000;

  /** All that the device keeps of the page, as address and text. */
  private static final String KEPT =
      """
      async () => {
        const all = [];
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) {
            const path = new URL(request.url).pathname;
            all.push(path + ' ' + await (await cache.match(request)).text());
          }
        }
        return all;
      }
      """;

  private static final String PAINTED =
      "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0";

  /** Two answers, style after page, of two seconds each; and as much again for a busy machine. */
  private static final double SOON_MILLIS = 10_000;

  private static final String READY =
      "async () => { await navigator.serviceWorker.ready; return true; }";

  @Test
  void withoutAConnectionThePageSaysSoAndHasKeptNothingElse() {
    Phone phone = Phone.linkedAt(Pages.registry(), JOBCENTER);
    try (Tab tab = Tab.installing(Pages.origin(), Screen.PHONE, "de")) {
      tab.carry(phone.cookie());
      tab.open("/");
      Page page = tab.page();
      assertThat(page.evaluate(READY)).isEqualTo(true);
      tab.open("/");
      assertThat(page.content()).contains("Jobcenter Nordhausen");
      String token = page.locator("input[name=form]").first().inputValue();
      tab.open("/help");

      page.context().setOffline(true);
      assertThat(tab.open("/")).isEqualTo(200);

      assertThat(page.locator("h1")).hasText("Keine Verbindung");
      assertThat(page.content()).doesNotContain("Jobcenter Nordhausen", token);
      tab.isFine("offline");
      List<?> kept = (List<?>) page.evaluate(KEPT);
      assertThat(kept)
          .extracting(one -> one.toString().split(" ")[0])
          .contains("/offline")
          .allMatch(path -> path.equals("/offline") || path.matches("/assets/.*[.](css|js|svg)"));
      assertThat(kept.toString())
          .contains("Keine Verbindung")
          .doesNotContain("Jobcenter Nordhausen", JOBCENTER, token, "Abmelden");
      page.context().setOffline(false);
      page.getByText("Noch einmal versuchen").click();
      assertThat(page.locator("main")).containsText("Jobcenter Nordhausen");
    }
  }

  @ParameterizedTest
  @CsvSource({"ar, rtl", "de-simple, ltr"})
  void offlinePageSpeaksTheLanguageOfThePage(String language, String direction) {
    try (Tab tab = Tab.installing(Pages.origin(), Screen.PHONE, language)) {
      tab.open("/help");
      assertThat(tab.page().evaluate(READY)).isEqualTo(true);
      tab.page().context().setOffline(true);
      tab.open("/privacy");
      assertThat(tab.page().locator("html")).hasAttribute("lang", language);
      assertThat(tab.page().locator("html")).hasAttribute("dir", direction);
      tab.isFine("offline");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "de-simple", "en", "uk", "ar"})
  void firstLoadIsSmall(String language) throws Exception {
    int bytes = 0;
    try (Tab tab = Pages.tab(Screen.PHONE, language)) {
      List<Response> answers = new CopyOnWriteArrayList<>();
      tab.page().onResponse(answers::add);
      tab.open("/");
      tab.page().waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(answers).extracting(Response::url).anyMatch(url -> url.endsWith(".css"));
      for (Response answer : answers) {
        bytes += answer.url().endsWith(".woff2") ? 0 : answer.request().sizes().responseBodySize;
      }
    }
    for (String later : List.of("/manifest.webmanifest", "/service-worker.js", "/offline")) {
      bytes += get(later).body().length;
    }
    assertThat(bytes).isBetween(10_000, FIRST_LOAD);
  }

  /**
   * Slow 3G as developer tools of browsers have it; and what is not needed does not come at all.
   */
  @Test
  void slowPageIsReadAndTakesAFormBeforeFontsAndScriptsHaveCome() {
    try (Tab tab = Pages.tab(Screen.PHONE, "ar")) {
      Page page = tab.page();
      tab.slow(Duration.ofSeconds(2), 50_000);
      page.route(Pattern.compile(".*[.](woff2|js)$"), route -> {});
      page.navigate("/arrive", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      page.waitForCondition(() -> painted(page) > 0);
      assertThat(painted(page)).isLessThan(SOON_MILLIS);
      page.locator("#code").fill("AAAABBBBCCCC");
      page.locator("#code").press("Enter", new Locator.PressOptions().setNoWaitAfter(true));
      assertThat(page.locator("#code-error")).isVisible();
    }
  }

  private static double painted(Page page) {
    return ((Number) page.evaluate(PAINTED)).doubleValue();
  }

  @Test
  void manifestNamesIconsThatAreWhatItSays() throws Exception {
    HttpResponse<byte[]> answer = get("/manifest.webmanifest");
    assertThat(answer.headers().firstValue("content-type")).contains("application/manifest+json");
    JsonNode manifest = JsonMapper.shared().readTree(answer.body());
    assertThat(manifest.path("display").asString()).isEqualTo("standalone");
    assertThat(manifest.path("lang").asString()).isEqualTo("uk");
    assertThat(manifest.path("icons")).hasSize(3);
    for (JsonNode icon : manifest.path("icons")) {
      HttpResponse<byte[]> image = get(icon.path("src").asString());
      assertThat(image.headers().firstValue("content-type")).contains(icon.path("type").asString());
      BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(image.body()));
      assertThat(drawn.getWidth() + "x" + drawn.getHeight())
          .isEqualTo(icon.path("sizes").asString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/service-worker.js", "/manifest.webmanifest", "/offline"})
  void isAskedForAnewAndMayOnlyComeFromHere(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("cache-control").orElseThrow())
        .containsPattern("no-cache|no-store");
    assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
        .contains("worker-src 'self'", "manifest-src 'self'");
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(Pages.origin().resolve(path))
            .header("Accept-Language", "uk")
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
