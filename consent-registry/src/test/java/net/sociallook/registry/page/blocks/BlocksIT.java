package net.sociallook.registry.page.blocks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;

import com.microsoft.playwright.Page;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks and questions in a browser. */
class BlocksIT {

  @ParameterizedTest
  @CsvSource({"PHONE, de", "PHONE, ar", "PHONE, uk"})
  void blockAndComplaintFromALineAreFine(Screen screen, String language) throws Exception {
    Phone phone = new Phone(Pages.registry());
    String pseudonym = phone.linkTo(Office.of(Pages.registry(), JOBCENTER));
    new Looks(Pages.registry()).seen(pseudonym);
    try (Tab tab = Pages.tab(screen, language, phone)) {
      tab.addAuthenticator(phone.passkey());
      Page page = tab.page();
      tab.open("/log");
      page.locator("article summary").click();
      page.locator("article a[href*='kind=person']").click();
      tab.isFine("blocks-new");
      page.locator("main button").click();
      assertThat(page.locator(".kern-alert--success")).isVisible();
      tab.isFine("blocks-set");
      tab.open("/blocks");
      assertThat(page.locator("article")).hasCount(1);
      tab.isFine("blocks");
      page.locator("article a").click();
      page.locator("#look").click();
      assertThat(page.locator("#words")).containsText("Weber, Anna");
      assertThat(page.locator("#sign")).isVisible();
      tab.isFine("blocks-removal");
      page.locator("#sign").click();
      page.waitForURL("**/blocks?removed=true");
      assertThat(page.locator("article")).hasCount(0);
      assertThat(page.locator(".kern-alert--success")).isVisible();
      tab.isFine("blocks-removed");

      tab.open("/log");
      page.locator("article summary").click();
      page.locator("article a[href$='/complaint']").click();
      tab.isFine("complaint");
      page.locator("#text").fill("Das war nicht in Ordnung.");
      page.locator("main form button").click();
      assertThat(page.locator(".asked")).containsText("Das war nicht in Ordnung.");
      tab.isFine("complaint-sent");
    }
  }
}
