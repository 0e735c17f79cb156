package net.sociallook.pilot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import net.sociallook.pilot.linking.OpenInvitation;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.setup.Onboarding;
import net.sociallook.pilot.setup.Setup;
import net.sociallook.testbed.browser.Tab;

/** Somebody comes with the link of an invitation, and is given a client's file. */
record Arrival(PilotProcess pilot, Tab tab, String client) {

  /** With a new passkey; returns her pseudonym at the institution. */
  String withPasskey(String institution) throws InterruptedException {
    return come(institution, false);
  }

  /** Inside her session. */
  String again(String institution) throws InterruptedException {
    return come(institution, true);
  }

  private String come(String institution, boolean known) throws InterruptedException {
    Setup setup = new Onboarding(PilotProcess.SOURCES, pilot.state()).setup();
    Institution at = setup.roster().institution(institution).orElseThrow();
    Client file =
        setup.roster().clients().stream()
            .filter(one -> one.id().equals(client))
            .findFirst()
            .orElseThrow();
    OpenInvitation invitation = OpenInvitation.by(setup, at);
    String code = invitation.link().getFragment();
    tab.open("/arrive#" + code);
    assertThat(tab.page().locator("#code")).hasValue(code);
    if (!known) {
      tab.isFine("story-arrive");
    }
    tab.page().locator("main form button").click();
    tab.page().waitForURL("**/arrive/passkey");
    assertThat(tab.page().locator("main bdi").first()).hasText(at.name());
    tab.isFine(known ? "story-arrive-link" : "story-arrive-passkey");
    tab.page().locator(known ? "main form button" : "#create button").click();
    tab.page().waitForURL("**/arrive/waiting");
    compareNumbers(tab.page(), invitation.awaitMatchCode());
    if (!known) {
      tab.isFine("story-arrive-waiting");
    }
    String pseudonym = invitation.confirm(setup.roster().fileNumber(file, at));
    // The page looks every three seconds.
    tab.page().waitForURL("**/?linked=true");
    return pseudonym;
  }

  private static void compareNumbers(Page page, String digits) {
    assertThat(page.locator(".code")).hasText(digits.substring(0, 3) + " " + digits.substring(3));
  }
}
