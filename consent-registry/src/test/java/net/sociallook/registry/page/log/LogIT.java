package net.sociallook.registry.page.log;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.page.Pages;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a line of the log to less, and to nothing. */
class LogIT {
  private final Phone phone = new Phone(Pages.registry());
  private final Looks looks = new Looks(Pages.registry());
  private String pseudonym;

  @BeforeEach
  void link() {
    pseudonym = phone.linkTo(Office.of(Pages.registry(), JOBCENTER));
    phone.linkTo(Office.of(Pages.registry(), YOUTH_OFFICE));
  }

  @Test
  void lineLeadsToLessAndToNothingAndTheRefusalIsThere() throws Exception {
    phone.grant(
        JOBCENTER,
        List.of(provision("documents-read", YOUTH_OFFICE), provision("goals-view", YOUTH_OFFICE)));
    looks.seen(pseudonym);
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      Page page = tab.page();
      tab.open("/");
      page.locator(".nav a[href='/log']").click();
      page.locator("article summary").click();
      tab.isFine("log-line-open");

      page.locator("article a[href*='/narrowing']").click();
      tab.isFine("narrowing");
      page.locator("#keep-1").uncheck();
      page.locator("#document").check();
      page.locator("main button").click();
      assertThat(page.locator(".kern-alert--success"))
          .containsText("Das gilt schon jetzt überall.");
      assertThat(page.locator(".may li")).hasCount(1);
      assertThat(page.locator(".may")).containsText("Nur ein einziges Dokument, Nummer akte-17-3.");
      tab.isFine("narrowed");

      page.locator("a[href^='/grants/']").click();
      assertThat(page.locator(".history > li")).hasCount(2);
      tab.isFine("grant");

      page.locator("a[href^='/withdraw/']").click();
      page.locator("main button").click();
      assertThat(page.locator("h1")).hasText("Widerrufen");

      looks.denied(pseudonym, "grant-withdrawn");
      tab.open("/log");
      Locator newest = page.locator("article").first();
      assertThat(newest).containsText("wollte ansehen: Dokumente bei Jugendamt Nordhausen.");
      assertThat(newest).containsText("Sie hatten Ihre Erlaubnis zurückgenommen.");
      assertThat(newest).containsText("Es wurde nichts gezeigt.");
      assertThat(newest.locator("a[href^='/withdraw/']")).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, ar", "PHONE, de-simple", "PHONE, uk", "DESKTOP, en"})
  void logIsFine(Screen screen, String language) throws Exception {
    looks.seen(pseudonym);
    looks.denied(pseudonym, "no-grant");
    looks.tokenRefused(pseudonym, "sanction", "purpose-not-covered");
    try (Tab tab = Pages.tab(screen, language, phone)) {
      tab.open("/log?decision=refused");
      assertThat(tab.page().locator("article")).hasCount(2);
      tab.isFine("log");
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, de", "PHONE, ar", "DESKTOP, uk"})
  void whatWasDoneAtADeskIsFine(Screen screen, String language) {
    UUID client =
        Pages.registry()
            .bean(Pseudonyms.class)
            .clientOf(new InstitutionId(JOBCENTER), pseudonym)
            .orElseThrow();
    looks.desk(client, DeskAct.CAPTURED, "paper", Attested.Proof.PASSKEY);
    looks.desk(client, DeskAct.NARROWED, "", Attested.Proof.SYSTEM);
    try (Tab tab = Pages.tab(screen, language, phone)) {
      tab.open("/log");
      assertThat(tab.page().locator("article")).hasCount(2);
      tab.isFine("log-desk");
    }
  }

  @Test
  void allowingLessIsFineFromTheRight() {
    String grant =
        phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).text("id");
    try (Tab tab = Pages.tab(Screen.PHONE, "ar", phone)) {
      tab.open("/grants/" + grant + "/narrowing?holder=" + YOUTH_OFFICE + "&document=akte-17-3");
      assertThat(tab.page().locator("legend")).hasCount(2);
      tab.isFine("narrowing");
    }
  }

  @Test
  void emptyLogIsFine() {
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      tab.open("/log");
      tab.isFine("log-empty");
    }
  }
}
