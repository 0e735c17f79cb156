package net.sociallook.pilot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.pilot.roster.Roster.JOBCENTER;
import static net.sociallook.pilot.roster.Roster.YOUTH_OFFICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.http.Unreachable;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registry is killed while somebody signs; the page that is loaded again tells what is true.
 */
@ExtendWith(SharedPilot.class)
class SigningRestartIT {
  private static final String FILE = "client-29";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final PilotProcess pilot;

  SigningRestartIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givesOnceOrNotAtAllAndSaysWhich(boolean arrives) throws Exception {
    try (Tab tab = Tab.on(pilot.file().page(), Screen.PHONE, "de")) {
      Page page = tab.page();
      tab.addAuthenticator();
      Arrival arrival = new Arrival(pilot, tab, FILE);
      arrival.withPasskey(JOBCENTER);
      arrival.again(YOUTH_OFFICE);
      tab.open("/grants/new?recipient=" + JOBCENTER + "&holder=" + YOUTH_OFFICE);
      page.locator("input[name=allow]").first().check();
      page.locator("button[name=next]").click();
      page.locator("form[action^='/choices/'] button").click();
      page.locator("#sign").waitFor();
      page.route(
          "**/api/grants",
          route -> {
            if (arrives) {
              route.fetch();
            }
            ProcessHandle registry = pilot.part("registry");
            registry.destroyForcibly();
            registry.onExit().join();
            route.abort();
          });
      page.locator("#sign").click();
      assertThat(page.locator("[data-message=failed]")).isVisible();
      tab.isFine("story-registry-away");
      page.unroute("**/api/grants");
      Eventually.within(PATIENCE, "the page again", this::isThere);
      page.locator("#look").click();
      if (!arrives) {
        assertEquals(List.of(), versions(page));
        page.locator("#sign").click();
      }
      page.waitForURL("**/given");
      assertEquals(List.of(1), versions(page));
      page.reload();
      assertTrue(page.url().endsWith("/given"), page.url());
    }
    // Others count on a whole pilot.
    Eventually.within(PATIENCE, "all ready", () -> pilot.run("status").code() == 0);
  }

  private boolean isThere() {
    try {
      return new Endpoint(pilot.file().page(), Trust.plainClient()).get("/help").status() == 200;
    } catch (Unreachable e) {
      return false;
    }
  }

  /** Of her grants; asked in her session. */
  private static List<Integer> versions(Page page) {
    APIResponse answer = page.request().get("/api/grants");
    assertEquals(200, answer.status());
    return JsonMapper.shared()
        .readTree(answer.body())
        .path("grants")
        .valueStream()
        .map(grant -> grant.path("version").asInt())
        .toList();
  }
}
