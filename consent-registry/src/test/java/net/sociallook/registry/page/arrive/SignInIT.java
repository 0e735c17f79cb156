package net.sociallook.registry.page.arrive;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.page.Pages;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;

class SignInIT {
  private static final Office JOB = Office.of(Pages.registry(), JOBCENTER);

  @Test
  void clientSignsInWithHerPasskeyAndOutAgain() {
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      Tab.Authenticator authenticator = arrived(tab);
      Page page = tab.page();
      page.locator("header form[action='/sign-out'] button").click();
      assertThat(page).hasURL(Pages.origin() + "/signed-out");
      tab.isFine("signed-out");
      assertThat(page.locator("header form[action='/sign-out']")).hasCount(0);

      page.locator("main a[href='/sign-in']").click();
      tab.isFine("sign-in");
      page.locator("#sign-in button").click();
      assertThat(page).hasURL(Pages.origin() + "/");
      assertThat(page.locator("header form[action='/sign-out']")).hasCount(1);

      page.locator("header form[action='/sign-out'] button").click();
      authenticator.refuse();
      tab.open("/sign-in");
      page.locator("#sign-in button").click();
      assertThat(page.locator("[data-message=cancelled]")).isVisible();
      tab.isFine("sign-in-cancelled");
    }
  }

  @Test
  void whoLostTheSessionSignsInAndFindsBack() {
    try (Tab tab = Pages.tab(Screen.DESKTOP, "de")) {
      arrived(tab);
      Page page = tab.page();
      loseSessions();
      tab.open("/arrive/waiting");
      assertThat(page.locator("h1")).hasText("Anmelden");
      tab.isFine("sign-in-ended");
      page.locator("#sign-in button").click();
      // Nothing waits any more, so that page leads on.
      assertThat(page).hasURL(Pages.origin() + "/?linked=true");
    }
  }

  @Test
  void whoLostTheSessionBeforeSendingAFormIsToldThatNothingWasDone() {
    Phone client = Phone.linkedAt(Pages.registry(), JOBCENTER);
    Answer invitation = Office.of(Pages.registry(), "youth-office-nordhausen").invite();
    try (Tab tab = Pages.tab(Screen.PHONE, "de", client)) {
      tab.open("/arrive");
      tab.page().locator("#code").fill(invitation.text("code"));
      tab.page().locator("main form button").click();
      loseSessions();
      tab.page().locator("main form button").click();
      assertThat(tab.page()).hasURL(Pages.origin() + "/sign-in?ended=true");
      assertThat(tab.page().locator(".kern-alert--info")).isVisible();
    }
  }

  @Test
  void passkeyThatNobodyKnowsIsExplained() {
    try (Tab tab = Pages.tab(Screen.PHONE, "ar")) {
      arrived(tab);
      Pages.registry().asOwner().sql("delete from registry.session").update();
      forgetPasskeys();
      tab.open("/sign-in");
      tab.page().locator("#sign-in button").click();
      assertThat(tab.page().locator("[data-message=unknown]")).isVisible();
      tab.isFine("sign-in-unknown");
    }
  }

  @Test
  void signInLeadsToNoForeignPlace() {
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      tab.open("/sign-in?back=https://evil.example/");
      assertThat(tab.page().locator("#sign-in")).hasAttribute("data-back", "/");
    }
  }

  /** The passkey in the browser stays; the registry has it under another id from now on. */
  private static void forgetPasskeys() {
    int changed =
        Pages.registry()
            .asOwner()
            .sql(
                """
                with newest as (select credential_id from registry.passkey order by created_at desc limit 1),
                copied as (insert into registry.passkey
                  select credential_id || 'x', client, public_key, sign_count, created_at
                  from registry.passkey natural join newest)
                update registry.link set credential_id = credential_id || 'x'
                where credential_id in (select credential_id from newest)\
                """)
            .update();
    assertThat(changed).isEqualTo(1);
    Pages.registry()
        .asOwner()
        .sql(
            "delete from registry.passkey p where exists (select from registry.passkey o"
                + " where o.credential_id = p.credential_id || 'x')")
        .update();
  }

  private static void loseSessions() {
    Pages.registry()
        .asOwner()
        .sql("update registry.session set expires_at = now() - interval '1 second'")
        .update();
  }

  private static Tab.Authenticator arrived(Tab tab) {
    Tab.Authenticator authenticator = tab.addAuthenticator();
    Answer invitation = JOB.invite();
    Page page = tab.page();
    tab.open("/arrive");
    page.locator("#code").fill(invitation.text("code"));
    page.locator("main form button").click();
    page.locator("#create button").click();
    assertThat(page).hasURL(Pages.origin() + "/arrive/waiting");
    JOB.endorse(invitation.text("id"));
    assertThat(page).hasURL(Pages.origin() + "/?linked=true");
    return authenticator;
  }
}
