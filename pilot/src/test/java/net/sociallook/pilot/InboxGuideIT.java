package net.sociallook.pilot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Consents;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The guide's steps for a provider without a system of its own, one after the other. */
@ExtendWith(SharedPilot.class)
class InboxGuideIT {
  private static final String PAGE = "docs/agencies.md";
  private static final String PROVIDER = "nachbarschaftstreff";
  private static final String CLIENT = "client-08";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final PilotProcess pilot;
  private final Desk desk;

  InboxGuideIT(PilotProcess pilot) throws IOException {
    this.pilot = pilot;
    this.desk = new Desk(pilot, PAGE);
  }

  @AfterEach
  void takeBack() {
    pilot.run("withdraw", "--client", CLIENT, "--recipient", PROVIDER);
  }

  @Test
  @Timeout(600)
  void theProvidersStaffReadWhatTheClientAllowsUntilSheTakesItBack() throws Exception {
    List<Snippet> typed = Snippet.of(PAGE, InboxGuideIT.class);
    assertEquals(3, typed.size());
    desk.run(typed.get(0)).orFail();
    browserCanLoad(pilot.state().pki().resolve(PROVIDER + ".p12"));
    String code = codeFromTheOffice();
    try (Tab own = Tab.trusting(pilot.file().registry(), Screen.DESKTOP, "de")) {
      signInWithPasskey(own, code);
      desk.run(typed.get(1)).orFail();
      open(own, "Eingang");
      own.page().locator("section.kern-card a", hasText("Dokumente")).first().click();
      // Gateways have just been started anew, and a busy machine can cost one its lease.
      Eventually.within(PATIENCE, "documents of the holder", () -> hasEntries(own.page()));
      assertHerLogNames("Ahrens, Ute");
      assertItIsNobodysHolder();
      desk.run(typed.get(2)).orFail();
      own.page().reload();
      assertThat(own.page().locator("main")).containsText("Das ist nicht mehr zu sehen");
      assertThat(own.page().locator(".entry")).hasCount(0);
    }
  }

  /** What the guide says of an institution that only receives. */
  private void assertItIsNobodysHolder() {
    Caller provider = Caller.as(pilot, PROVIDER, CLIENT);
    String token =
        provider
            .askForToken(provider.pseudonym(), "youth-office-nordhausen")
            .orRefusal("token")
            .json()
            .path("access_token")
            .asString();
    Answer none = provider.get("/fhir/" + PROVIDER + "/DocumentReference", token);
    assertEquals(404, none.status());
    assertEquals("kind-not-kept", none.json().at("/issue/0/details/coding/0/code").asString());
    Answer asked =
        provider.ask(
            Map.of(
                "patient", provider.pseudonym(),
                "requester", provider.requester(),
                "provisions",
                    List.of(
                        Map.of(
                            "permission",
                            "documents-read",
                            "holder",
                            PROVIDER,
                            "purpose",
                            "COC",
                            "validUntil",
                            Instant.now().plus(Duration.ofDays(30)).toString())),
                "reason", "Damit wir Ihnen helfen können."));
    assertEquals(400, asked.status());
    assertTrue(asked.text().contains("only receives"), asked.text());
  }

  private static void browserCanLoad(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, "sociallook".toCharArray());
    }
    assertEquals(1, store.size());
  }

  private String codeFromTheOffice() {
    Tab.PemFiles certificate =
        new Tab.PemFiles(
            pilot.state().pki().resolve(PROVIDER + ".pem"),
            pilot.state().pki().resolve(PROVIDER + ".key"));
    try (Tab office = Tab.certified(pilot.file().registry(), Screen.DESKTOP, "de", certificate)) {
      office.open("/staff");
      office.page().locator("#caseworker").selectOption("cw-201");
      office.page().locator("main form button").click();
      open(office, "Team");
      office.page().locator("section[data-person=cw-201] form[action$='/code'] button").click();
      return office.page().locator(".code").textContent();
    }
  }

  private static void signInWithPasskey(Tab own, String code) {
    own.open("/staff/passkey/new");
    own.addAuthenticator();
    own.page().locator("#code").fill(code);
    own.page().locator("main form button").click();
    own.page().locator("#make button").click();
    own.page().waitForURL("**/staff/passkey?made=true");
    own.page().locator("#sign-in button").click();
    own.page().waitForURL("**/staff/inbox");
  }

  private static void open(Tab tab, String name) {
    tab.page().locator("nav a", hasText(name)).first().click();
    assertThat(tab.page().locator("nav a[aria-current=page]")).containsText(name);
  }

  private static boolean hasEntries(Page page) {
    if (page.locator(".entry").count() > 0) {
      return true;
    }
    page.reload();
    return false;
  }

  private void assertHerLogNames(String person) {
    Consents consents = Caller.as(pilot, PROVIDER, CLIENT).client();
    JsonNode newest = consents.page().get("/api/log").orRefusal("log").json().at("/entries/0");
    assertEquals(PROVIDER, newest.at("/recipient/id").asString());
    assertEquals(person, newest.at("/person/name").asString());
    assertTrue(newest.path("releasedCount").asInt() > 0, "released");
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
