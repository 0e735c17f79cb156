package net.sociallook.registry.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A caseworker's way through the staff's page, in Chromium with a certificate. */
class StaffStoryIT {
  private static final Office JOB = Office.of(Pages.registry(), JOBCENTER);

  @ParameterizedTest
  @CsvSource({"DESKTOP, de, ar", "PHONE, en, uk"})
  void clientIsInvitedConfirmedAndAsked(Screen screen, String language, String clients)
      throws Exception {
    try (Tab tab = StaffTab.open(JOBCENTER, screen, language)) {
      Page page = tab.page();
      tab.open("/staff");
      tab.isFine("staff-sign-in");
      page.locator("#caseworker").selectOption("jc-001");
      page.locator("main form button").click();

      String number = "BG-" + screen + "-1";
      tab.isFine("staff-invitations-none");
      page.locator("#localId").fill("Anna Weber");
      page.locator("form:has(#localId) button").click();
      tab.isFine("staff-invitations-wrong");
      page.locator("#localId").fill(number);
      page.locator("form:has(#localId) button").click();

      page.locator("#language").selectOption(clients);
      page.locator("main form button").click();
      assertThat(page.locator("section[lang=" + clients + "]")).isVisible();
      tab.isFine("staff-sheet");
      String code = page.locator(".code").textContent().replace(" ", "");
      assertThat(decoded(page)).isEqualTo(Pages.origin() + "/arrive#" + code);

      page.locator(".actions a.kern-btn--primary").click();
      tab.isFine("staff-invitation-open");
      Phone phone = new Phone(Pages.registry());
      phone.accept(code).is(201);
      page.locator(".actions a.kern-btn--primary").click();
      String id = page.url().replaceAll(".*/", "");
      Answer accepted = JOB.get("/invitations/" + id);
      String digits = accepted.text("matchCode");
      assertThat(page.locator(".code")).hasText(digits.substring(0, 3) + " " + digits.substring(3));
      page.locator("details.fold summary").click();
      tab.isFine("staff-invitation-accepted");
      page.locator("#endorsement")
          .fill(JOB.endorsement(id, accepted.text("keyHash"), accepted.text("pseudonym")));
      page.locator("#compared").check();
      page.locator("main form button").click();
      assertThat(page.locator(".id")).hasText(accepted.text("pseudonym"));
      tab.isFine("staff-invitation-linked");
      assertThat(page.locator("script")).hasCount(0);

      page.locator(".actions a.kern-btn--primary").click();
      assertThat(page.locator("#client")).hasValue(number);
      tab.isFine("staff-ask");
      page.locator("#holder").selectOption(YOUTH_OFFICE);
      page.locator("#permission-documents-read").check();
      page.locator("#permission-messages").check();
      page.locator("#until").fill(LocalDate.now().plusDays(700).toString());
      page.locator("#reason").fill("Ich möchte den Hilfeplan lesen.\n<b>Nur</b> den.");
      page.locator("main form button").click();
      tab.isFine("staff-ask-wrong");
      page.locator("#until").fill(LocalDate.now().plusDays(30).toString());
      page.locator("main form button").click();

      Locator card = page.locator("section[aria-label='" + number + "']");
      assertThat(card.locator(".kern-badge")).hasText(language.equals("de") ? "offen" : "open");
      assertThat(card).containsText("<b>Nur</b>");
      tab.isFine("staff-requests");
      phone.linkTo(Office.of(Pages.registry(), YOUTH_OFFICE));
      phone.grant(
          JOBCENTER,
          List.of(
              Phone.provision("documents-read", YOUTH_OFFICE),
              Phone.provision("messages", YOUTH_OFFICE)));
      tab.open("/staff/representatives");
      tab.isFine("staff-representative");
      tab.open("/staff/representatives?trouble=order");
      tab.isFine("staff-representative-wrong");
      tab.open("/staff/requests");
      assertThat(card.locator(".kern-badge"))
          .hasText(language.equals("de") ? "erlaubt" : "granted");
      tab.open("/staff/grants");
      assertThat(card.locator("li")).hasCount(2);
      tab.isFine("staff-grants");
      tab.open("/staff/log");
      tab.isFine("staff-log-empty");

      String look = new Looks(Pages.registry()).seen(accepted.text("pseudonym"));
      new Visitor(Pages.registry(), phone)
          .send(
              "/log/" + look + "/complaint",
              "question",
              UUID.randomUUID().toString(),
              "text",
              "Das <b>war</b> nicht in Ordnung.\n" + "Wer hat das erlaubt? ".repeat(90));
      tab.open("/staff/questions");
      tab.isFine("staff-questions");
      page.locator("h2 a").first().click();
      tab.isFine("staff-question");
      page.locator("#text").fill("a".repeat(4_001));
      page.locator("main form button").click();
      tab.isFine("staff-question-wrong");
      page.locator("#text").fill("Ich habe mich vertan. Es tut mir leid.");
      page.locator("main form button").click();
      tab.open("/staff/questions/answered");
      page.locator("h2 a").first().click();
      tab.isFine("staff-question-answered");
    }
  }

  /** What a camera would read off the screen. */
  private static String decoded(Page page) throws Exception {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(page.locator(".sheet__code").screenshot()));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
        .getText();
  }
}
