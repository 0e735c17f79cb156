package net.sociallook.registry.page.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

class WithdrawIT {

  static class NobodyKnows {
    @Bean
    @Primary
    WithdrawalEffect nobodyKnows() {
      return sequence -> new EffectResult.Unknown();
    }
  }

  @Test
  void oneTapAndOneConfirmationTakeEverythingBackAlsoWithoutScript() {
    Phone phone = Phone.linkedAt(Pages.registry(), JOBCENTER, YOUTH_OFFICE);
    String grant = granted(phone);
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, "de")) {
      tab.carry(phone.cookie());
      tab.open("/");
      Page page = tab.page();
      page.locator("article a[href='/withdraw/" + grant + "']").click();
      assertThat(phone.get("/api/grants/" + grant).text("state")).isEqualTo("active");
      page.locator("main form button").click();
      assertThat(page).hasURL(Pattern.compile(".*/done\\?after=\\d+"));
      assertThat(page.locator("h1")).hasText("Widerrufen");
      assertThat(page.locator(".kern-alert"))
          .containsText(Pattern.compile("Es hat \\d+,\\d Sekunden gedauert"));
      assertThat(phone.get("/api/grants/" + grant).text("state")).isEqualTo("withdrawn");
      page.reload();
      assertThat(page.locator("h1")).hasText("Widerrufen");
      page.locator("main a[href='/']").click();
      assertThat(page.locator("article a[href^='/withdraw/']")).hasCount(0);
    }
  }

  @Test
  void confirmationAndAnswerAreFine() {
    Phone phone = Phone.linkedAt(Pages.registry(), JOBCENTER, YOUTH_OFFICE);
    String grant = granted(phone);
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      tab.open("/withdraw/" + grant);
      tab.isFine("withdraw");
      tab.page().locator("main form button").click();
      assertThat(tab.page().locator("h1")).hasText("Widerrufen");
      tab.isFine("withdrawn");
    }
  }

  @Test
  void addressAloneDoesNotMakeThePageSayThatItIsWithdrawn() {
    Phone phone = Phone.linkedAt(Pages.registry(), JOBCENTER, YOUTH_OFFICE);
    String grant = granted(phone);
    try (Tab tab = Pages.tab(Screen.PHONE, "ar", phone)) {
      tab.open("/withdraw/" + grant + "/done?after=800");
      assertThat(tab.page().locator("h1")).hasText("لم يتم السحب");
      tab.isFine("withdraw-not-done");
    }
    assertThat(phone.get("/api/grants/" + grant).text("state")).isEqualTo("active");
  }

  @Test
  void whatIsNotKnownToBeInForceIsBeingChecked() {
    try (RunningRegistry registry = Pages.start(Map.of(), NobodyKnows.class)) {
      Phone phone = Phone.linkedAt(registry, JOBCENTER, YOUTH_OFFICE);
      String grant = granted(phone);
      try (Tab tab = Tab.on(registry.pageOrigin(), Screen.PHONE, "de")) {
        tab.carry(phone.cookie());
        tab.open("/withdraw/" + grant);
        tab.page().locator("main form button").click();
        assertThat(tab.page().locator("h1")).hasText("Wird geprüft");
        assertThat(tab.page().locator("main")).not().containsText("iderrufen");
        tab.isFine("withdraw-checking");
        tab.page().locator("main a[href$='/done']").click();
        assertThat(tab.page().locator("h1")).hasText("Wird geprüft");
      }
    }
  }

  @Test
  void grantOfAnotherIsNotThere() {
    String foreign = granted(Phone.linkedAt(Pages.registry(), JOBCENTER, YOUTH_OFFICE));
    Phone phone = Phone.linkedAt(Pages.registry(), JOBCENTER);
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      assertThat(tab.open("/withdraw/" + foreign)).isEqualTo(404);
      assertThat(tab.open("/withdraw/" + foreign + "/done")).isEqualTo(404);
      assertThat(tab.open("/withdraw/" + UUID.randomUUID())).isEqualTo(404);
      assertThat(tab.open("/withdraw/x")).isEqualTo(400);
    }
  }

  private static String granted(Phone phone) {
    return phone
        .grant(JOBCENTER, List.of(provision("appointments-arrange", YOUTH_OFFICE)))
        .text("id");
  }
}
