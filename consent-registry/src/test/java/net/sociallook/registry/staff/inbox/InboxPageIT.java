package net.sociallook.registry.staff.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import net.sociallook.registry.Phone;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import net.sociallook.registry.staff.StaffTab;
import net.sociallook.registry.staff.person.StaffPerson;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The inbox in Chromium. */
class InboxPageIT {
  private static final InboxWorld WORLD = InboxWorld.shared();

  @Test
  void certificateOfTheInstitutionAloneOpensNothing() {
    try (Tab tab = StaffTab.open(WORLD.registry(), PROVIDER, Screen.PHONE, "de")) {
      tab.open("/staff/sign-in");
      tab.page().locator("#caseworker").selectOption("th-001");
      tab.page().locator("main form button").click();
      assertThat(tab.page()).hasURL(Pattern.compile(".*/staff/invitations"));
      tab.open("/staff/inbox");
      assertThat(tab.page().locator("main a[href^='/staff/passkey']")).isVisible();
      tab.isFine("staff-inbox-passkey");
    }
  }

  @ParameterizedTest
  @CsvSource({"DESKTOP, de", "PHONE, en"})
  void whatIsAllowedIsOpenedAndGoneWhenItIsTakenBack(Screen screen, String language) {
    StaffPerson person = StaffPerson.signedIn(WORLD.registry(), PROVIDER, "th-001");
    InboxWorld.Allowed allowed =
        WORLD.allowing(
            List.of(
                Phone.provision("documents-read", YOUTH_OFFICE),
                Phone.provision("messages", YOUTH_OFFICE),
                Phone.provision("appointments-arrange", YOUTH_OFFICE)));
    String origin = WORLD.registry().uri(Port.INSTITUTIONS, "").toString();
    try (Tab tab = Tab.trusting(WORLD.registry().uri(Port.INSTITUTIONS, ""), screen, language)) {
      Page page = tab.page();
      page.context()
          .addCookies(
              person.browser().cookies().entrySet().stream()
                  .map(one ->
                      new Cookie(one.getKey(), one.getValue()).setUrl(origin).setSecure(true))
                  .toList());
      tab.open("/staff");
      assertThat(page).hasURL(Pattern.compile(".*/staff/inbox"));
      tab.isFine("staff-inbox");
      WORLD
          .gateway()
          .behave(asked ->
              asked.target().contains("Communication")
                  ? InboxAnswers.found(InboxAnswers.message("Bitte bringen Sie den Ausweis mit."))
                  : InboxAnswers.found(
                      InboxAnswers.document("Hilfeplan"), InboxAnswers.document("Bescheid")));
      page.locator("a[href='" + allowed.path("documents") + "']").click();
      assertThat(page.locator(".entry")).hasCount(2);
      tab.isFine("staff-inbox-documents");
      tab.open(allowed.path("messages"));
      tab.isFine("staff-inbox-messages");
      WORLD.gateway().behave(asked -> GatewayStandIn.json(504, "{}"));
      tab.open(allowed.path("appointments"));
      tab.isFine("staff-inbox-silent");
      allowed.phone().post("/api/grants/" + allowed.grant() + "/withdrawal").is(200);
      tab.open(allowed.path("documents"));
      tab.isFine("staff-inbox-gone");
    }
  }
}
