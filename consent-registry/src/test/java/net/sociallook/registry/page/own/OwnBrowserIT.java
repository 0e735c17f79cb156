package net.sociallook.registry.page.own;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.sociallook.registry.Phone;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnBrowserIT {
  private static final OwnWorld WORLD = OwnWorld.shared();
  private static Phone phone;

  @BeforeAll
  static void signIn() {
    phone = WORLD.signedIn(JOBCENTER, YOUTH_OFFICE);
  }

  @ParameterizedTest
  @CsvSource({
    "/own, PHONE, de",
    "/own/appointments, PHONE, de",
    "/own/documents, PHONE, ar",
    "/own/messages, PHONE, de-simple",
    "/own/contact, DESKTOP, uk",
    "/own/goals/jobcenter-nordhausen, PHONE, en"
  })
  void pageIsFine(String path, Screen screen, String language) {
    WORLD.gateway().behave(OwnBrowserIT::answer);
    try (Tab tab = tab(screen, language)) {
      assertThat(tab.open(path)).isEqualTo(200);
      tab.isFine(path.substring(1).replace('/', '-'));
    }
  }

  @Test
  void aDocumentIsSavedAndALongMessageUnfolds() {
    WORLD.gateway().behave(OwnBrowserIT::answer);
    try (Tab tab = tab(Screen.PHONE, "de")) {
      tab.open("/own");
      tab.page().getByText("Dokumente", exactly()).click();
      Download download =
          tab.page().waitForDownload(() -> tab.page().getByText("Herunterladen").click());
      assertThat(download.failure()).isNull();
      tab.open("/own/messages");
      assertThat(tab.page().locator("details.fold p")).isHidden();
      tab.page().getByText("Nachricht lesen").click();
      assertThat(tab.page().locator("details.fold p")).isVisible();
    }
  }

  @Test
  void whoOnlyArrivedIsAskedToSignInAndAFileThatDoesNotComeIsExplained() {
    WORLD.gateway().behave(asked -> GatewayStandIn.json(504, "{}"));
    Phone arrived = Phone.linkedAt(WORLD.registry(), JOBCENTER);
    try (Tab tab = Tab.on(WORLD.registry().pageOrigin(), Screen.PHONE, "ar")) {
      tab.carry(arrived.cookie());
      tab.open("/own/documents");
      assertThat(tab.page().locator("main a[href^='/sign-in']")).isVisible();
      tab.isFine("own-sign-in");
    }
    try (Tab tab = tab(Screen.PHONE, "uk")) {
      tab.open("/own/documents/" + JOBCENTER + "/files/akte-1-1");
      assertThat(tab.page().locator("h1")).isVisible();
      tab.isFine("own-no-file");
    }
  }

  @Test
  void titleWithoutEndAndWithMarkupIsTextThatBreaks() {
    String title = "<b>W</b>" + "W".repeat(3_992);
    WORLD
        .gateway()
        .behave(asked ->
            asked.target().contains("/DocumentReference")
                ? OwnWorld.found(
                    OwnWorld.document(title, "Binary/akte-1-1")
                        .replace("T10:00:00+01:00", "T00:00:00+01:00"))
                : OwnWorld.found());
    try (Tab tab = tab(Screen.NARROW, "de")) {
      tab.open("/own/documents");
      assertThat(tab.page().locator("main")).containsText(title.substring(0, 200));
      assertThat(tab.page().locator("main b")).hasCount(0);
      assertThat(tab.page().locator(".entry__when").first()).hasText("1. März 2026");
      tab.isFine("long-own");
    }
  }

  private static com.microsoft.playwright.Page.GetByTextOptions exactly() {
    return new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);
  }

  private static Tab tab(Screen screen, String language) {
    Tab tab = Tab.on(WORLD.registry().pageOrigin(), screen, language);
    tab.carry(phone.cookie());
    return tab;
  }

  private static GatewayStandIn.Reply answer(GatewayStandIn.Asked asked) {
    Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(8));
    if (asked.target().contains(YOUTH_OFFICE)) {
      return asked.target().contains("/Appointment")
          ? OwnWorld.found()
          : GatewayStandIn.json(504, "{}");
    }
    if (asked.target().contains("/Appointment")) {
      return OwnWorld.found(
          OwnWorld.appointment("Beratung", day.plus(2, ChronoUnit.DAYS).toString(), "booked"),
          OwnWorld.appointment("Erstgespräch", day.plus(9, ChronoUnit.DAYS).toString(), "proposed"),
          OwnWorld.appointment("Antrag", day.minus(9, ChronoUnit.DAYS).toString(), "cancelled"));
    }
    if (asked.target().contains("/DocumentReference")) {
      return OwnWorld.found(
          OwnWorld.document("Arbeitsunfähigkeitsbescheinigung vom 1. März", "Binary/akte-1-1"));
    }
    if (asked.target().contains("/Binary")) {
      return GatewayStandIn.bytes(200, "application/pdf", new byte[1000]);
    }
    if (asked.target().contains("/Communication")) {
      return OwnWorld.found(
          OwnWorld.message("Ihr Antrag", "Guten Tag, wir haben Ihren Antrag bekommen. ".repeat(20)),
          OwnWorld.message("Termin", "Ja, der Termin passt."));
    }
    return asked.target().contains("/Patient")
        ? GatewayStandIn.json(200, OwnWorld.patient())
        : OwnWorld.found(OwnWorld.goal("Eine Ausbildung finden", "2026-03-01"));
  }
}
