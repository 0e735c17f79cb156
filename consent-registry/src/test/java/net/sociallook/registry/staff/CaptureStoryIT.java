package net.sociallook.registry.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.capture.Desk;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.print.Printed;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff do for a client without a device, in Chromium with a certificate. */
class CaptureStoryIT {
  private static final Office YOUTH = Office.of(Pages.registry(), YOUTH_OFFICE);
  private static final Office JOB = Office.of(Pages.registry(), JOBCENTER);

  /** Linked, confirmed, linked elsewhere; prepared, sheet recorded, captured; taken back. */
  private static final int DESK_ACTS = 7;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"DESKTOP, de, ar", "PHONE, en, uk"})
  void clientIsLinkedReadToAndTakesBack(Screen screen, String language, String clients)
      throws Exception {
    String number = "HZE-" + screen + "-2";
    try (Tab tab = StaffTab.open(YOUTH_OFFICE, screen, language)) {
      Page page = tab.page();
      tab.open("/staff/sign-in");
      page.locator("#caseworker").selectOption("ya-001");
      page.locator("main form button").click();

      tab.open("/staff/in-person");
      tab.isFine("staff-in-person");
      page.locator("#number").fill(number);
      page.locator("#witness").selectOption("ya-002");
      page.locator("form[action='/staff/in-person'] button").click();
      String invitation = page.url().replaceAll(".*/", "");
      tab.isFine("staff-invitation-in-person");
      YOUTH.endorse(invitation);

      Answer other = JOB.invite();
      tab.open("/staff/in-person");
      page.locator("#client").fill(number);
      page.locator("#code").fill("AAAA BBBB CCCC");
      page.locator("form[action='/staff/in-person/code'] button").click();
      assertThat(page.locator("#code-error")).isVisible();
      tab.isFine("staff-in-person-wrong");
      page.locator("#client").fill(number);
      page.locator("#code").fill(other.text("code"));
      page.locator("form[action='/staff/in-person/code'] button").click();
      String digits = JOB.get("/invitations/" + other.text("id")).text("matchCode");
      assertThat(page.locator(".code")).hasText(digits.substring(0, 3) + " " + digits.substring(3));
      tab.isFine("staff-connected");
      String atJob = JOB.endorse(other.text("id"));

      tab.open("/staff/captures/new");
      assertThat(page.locator("input:checked")).hasCount(0);
      tab.isFine("staff-capture-new");
      page.locator("#client").fill(number);
      page.locator("#recipient").selectOption(JOBCENTER);
      page.locator("#level-paper").check();
      page.locator("#witness").selectOption("ya-002");
      page.locator("#person").selectOption("th-001");
      page.locator("#permission-documents-read").check();
      page.locator("#reading").selectOption(clients);
      page.locator("main form button").click();
      assertThat(page.locator("#person-error")).isVisible();
      tab.isFine("staff-capture-new-wrong");
      page.locator("#person").selectOption("jc-001");
      page.locator("main form button").click();

      assertThat(page.locator(".kern-card[lang=" + clients + "]")).isVisible();
      tab.isFine("staff-capture-unsigned");
      String today = LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
      page.locator("#sheet").setInputFiles(file("sheet.pdf", "<html>no sheet</html>"));
      page.locator("#signedOn").fill(today);
      page.locator("form[enctype] button").click();
      assertThat(page.locator("#sheet-error")).isVisible();
      tab.isFine("staff-capture-unsigned-wrong");
      page.locator("#sheet").setInputFiles(file("sheet.pdf", "%PDF-1.7 the signed sheet"));
      page.locator("#signedOn").fill(today);
      page.locator("form[enctype] button").click();

      assertThat(page.locator("#statement")).isVisible();
      page.locator("#statement").fill("a.b.c");
      page.locator("#said").check();
      page.locator("form[action$='/statement'] button").click();
      tab.isFine("staff-capture-unstated");
      page.locator("details.fold summary").last().click();
      page.locator("#statement").fill(stated(page.locator("pre.command").textContent()));
      page.locator("#said").check();
      page.locator("form[action$='/statement'] button").click();
      assertThat(page.locator(".signed-text")).containsText("Jobcenter Nordhausen");
      tab.isFine("staff-capture-given");
      assertThat(levelAt(atJob)).isEqualTo("paper");
      tab.open("/staff/captures");
      tab.isFine("staff-captures");
      page.locator("#recipient").selectOption(JOBCENTER);
      page.locator("#language").selectOption(clients);
      Download blank =
          page.waitForDownload(() -> page.locator("form[action='/staff/form.pdf'] button").click());
      assertThat(new Printed(Files.readAllBytes(blank.path())).language()).isEqualTo(clients);

      tab.open("/staff/withdrawals/new");
      page.locator("#client").fill(number);
      page.locator("#recipient").selectOption(JOBCENTER);
      tab.isFine("staff-withdrawal-new");
      page.locator("main form button").click();
      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*checking=false"));
      tab.isFine("staff-withdrawal-done");
      assertThat(levelAt(atJob)).isEmpty();

      // The institution does not learn what became of it: so it is not called in force.
      tab.open("/staff/captures");
      Locator captured =
          page.locator("ul.lines > li").filter(new Locator.FilterOptions().setHasText(number));
      assertThat(captured).hasCount(1);
      assertThat(captured).containsText(language.equals("de") ? "eingetragen" : "recorded");
      captured.locator("a").click();
      assertThat(page.locator("main .lead").first())
          .containsText(language.equals("de") ? "steht hier nicht" : "does not stand here");

      tab.open("/staff/log?caseworker=ya-001");
      assertThat(
              page.locator("ol.looks > li").filter(new Locator.FilterOptions().setHasText(number)))
          .hasCount(DESK_ACTS);
      tab.isFine("staff-log-desk");
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, de", "DESKTOP, ar"})
  void clientSeesWhoWitnessed(Screen screen, String language) {
    Phone phone = new Phone(Pages.registry());
    String atYouth = phone.linkTo(YOUTH);
    Desk desk = new Desk(YOUTH, JOB, atYouth, phone.linkTo(JOB));
    desk.give("documents-read");
    try (Tab tab = Pages.tab(screen, language, phone)) {
      tab.open("/");
      assertThat(tab.page().locator("main")).containsText("Kaya, Deniz");
      tab.isFine("start-witnessed");
      String grant = phone.get("/api/grants").json().get("grants").get(0).get("id").asString();
      recordTakenBack(atYouth);
      tab.open("/grants/" + grant);
      assertThat(tab.page().locator("main")).containsText("Weber, Anna");
      assertThat(tab.page().locator("main")).containsText("Kaya, Deniz");
      tab.isFine("grant-witnessed");
      tab.page().locator("a[href$='/witnessed']").click();
      assertThat(tab.page().locator(".signed-text")).containsText("Kaya, Deniz");
      tab.isFine("receipt-witnessed");
    }
  }

  /** As if she had been without a device for a while. */
  private static void recordTakenBack(String atYouth) {
    UUID client =
        Pages.registry()
            .bean(Pseudonyms.class)
            .clientOf(new InstitutionId(YOUTH_OFFICE), atYouth)
            .orElseThrow();
    UUID id = UUID.randomUUID();
    Pages.registry()
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> {
          Pages.registry()
              .bean(JdbcClient.class)
              .sql(
                  """
                  insert into taken_back_in_person values
                    (:id, :client, 'youth-office-nordhausen', 'ya-001', 'everything',
                     null, null, now())\
                  """)
              .param("id", id)
              .param("client", client)
              .update();
          Pages.registry().bean(Ledger.class).appendWithin(everything(id, client));
        });
  }

  private static LedgerEntry everything(UUID id, UUID client) {
    return new LedgerEntry.AtDesk(
        id,
        client,
        new LedgerEntry.By(YOUTH_OFFICE, "ya-001", "system", null),
        new LedgerEntry.Done(DeskAct.EVERYTHING_TAKEN_BACK, null, List.of(), null, null, null));
  }

  /** Types the command that the page shows, with nothing but bash and openssl. */
  private String stated(String command) throws Exception {
    String guide = Files.readString(Path.of("../docs/registry.md"));
    String script =
        guide.replaceAll("(?s).*<!-- executed by CaptureStoryIT -->\n```bash\n(.*?)```.*", "$1");
    Files.writeString(folder.resolve("witness.sh"), script);
    byte[] key =
        RunningRegistry.directory().signingKeys().get(YOUTH_OFFICE).toPrivateKey().getEncoded();
    Files.writeString(
        folder.resolve("signing.key"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
    Process process =
        new ProcessBuilder("bash", "-c", command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return printed;
  }

  private static String levelAt(String atJob) {
    return JOB.get("/consents?patient=" + atJob + "&state=active")
        .is(200)
        .json()
        .path("consents")
        .path(0)
        .path("level")
        .asString("");
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(name, "application/pdf", content.getBytes(StandardCharsets.UTF_8));
  }
}
