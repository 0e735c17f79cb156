package net.sociallook.registry.page.notices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.push.News;
import net.sociallook.registry.push.PushKit;
import net.sociallook.registry.push.PushKit.VapidFile;
import net.sociallook.testbed.browser.PageWorker;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import net.sociallook.testbed.push.Received;
import net.sociallook.testbed.push.Subscriber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Switching on, being told, switching off, in a real browser. No browser here reaches a push
 * service of the internet, so its part of subscribing, and nothing else, is done by a script.
 */
class NoticesIT {
  private static final VapidFile KEY = VapidFile.draw();
  private static final RunningRegistry REGISTRY = Pages.start(PushKit.properties(KEY));
  private static final URI ORIGIN = REGISTRY.pageOrigin();

  /** Remembers across pages what a browser would. */
  private static final String SUBSCRIBING =
      """
      {
        const made = (key) => ({
          endpoint: '%s',
          options: { applicationServerKey: Uint8Array.from(key).buffer },
          toJSON: () => ({ endpoint: '%s', expirationTime: null, keys: { p256dh: '%s', auth: '%s' } }),
          unsubscribe: async () => { localStorage.removeItem('subscribed'); return true; },
        });
        const kept = () => JSON.parse(localStorage.getItem('subscribed') ?? 'null');
        PushManager.prototype.getSubscription = async () => (kept() ? made(kept()) : null);
        PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
          if (!userVisibleOnly || window.forbidden) {
            throw new DOMException('not allowed', 'NotAllowedError');
          }
          localStorage.setItem('subscribed', JSON.stringify([...applicationServerKey]));
          return made(kept());
        };
      }
      """;

  private static final String SHOWN =
      "self.registration.getNotifications().then((all) =>"
          + " all.map((one) => [one.title, one.body, one.lang, one.dir, one.tag].join('|')).join())";

  private static final String CLICK =
      """
      (async () => {
        const opened = [];
        self.clients.openWindow = async (address) => { opened.push(address); };
        const [notification] = await self.registration.getNotifications();
        await new Promise((done) => {
          const event = new NotificationEvent('notificationclick', { notification });
          event.waitUntil = (work) => { Promise.resolve(work).finally(done); };
          self.dispatchEvent(event);
        });
        return opened.join();
      })()
      """;

  private final News news = News.of(REGISTRY);
  private final Subscriber browser = PushKit.subscribe();

  @AfterAll
  static void stop() {
    REGISTRY.close();
  }

  private Tab tab(Screen screen, String language) {
    Tab tab = Tab.installing(ORIGIN, screen, language);
    tab.carry(news.phone().cookie());
    tab.page().context().grantPermissions(List.of("notifications"));
    String endpoint = browser.endpoint().toString();
    tab.page()
        .addInitScript(
            SUBSCRIBING.formatted(endpoint, endpoint, browser.p256dh(), browser.authText()));
    return tab;
  }

  @Test
  void whatIsSwitchedOnIsToldUntilItIsSwitchedOff() {
    try (Tab tab = tab(Screen.PHONE, "de")) {
      Page page = tab.page();
      tab.open("/notices");
      Locator switches = page.locator("#notices input");
      assertThat(switches.first()).isVisible();
      assertThat(page.locator("#notices input:checked")).hasCount(0);
      assertThat(page.locator("#devices")).hasCount(0);
      tab.isFine("notices-off");

      tab.reach(page.getByLabel("Eine Stelle bittet um Erlaubnis"));
      page.keyboard().press("Space");
      tab.reach(page.locator("#notices button"));
      page.keyboard().press("Enter");
      assertThat(page.locator(".kern-alert--success"))
          .containsText("Dieses Gerät sagt Ihnen Bescheid");
      assertThat(page.getByLabel("Eine Stelle bittet um Erlaubnis")).isChecked();
      assertThat(page.locator("#notices input:checked")).hasCount(1);
      assertThat(page.locator("article")).containsText("Eine Stelle bittet um Erlaubnis");
      tab.isFine("notices-on");

      news.request();
      Received received = PushKit.awaitReceived(browser, 1).getFirst();
      PageWorker worker = PageWorker.of(tab, ORIGIN);
      worker.push(ORIGIN, browser.read(received.body()));
      awaitShown(page, worker, "SOCIALLOOK|Es gibt etwas Neues.|de|ltr|news");
      worker.push(ORIGIN, "not json".getBytes(UTF_8));
      awaitShown(page, worker, "SOCIALLOOK|||auto|news");

      assertThat(worker.evaluate(CLICK).getAsString()).isEqualTo("/");
      awaitShown(page, worker, "");

      page.getByLabel("Eine Stelle bittet um Erlaubnis").uncheck();
      page.locator("#notices button").click();
      assertThat(page.locator(".kern-alert--success")).containsText("Ausgeschaltet");
      assertThat(page.locator("article")).hasCount(0);
      assertThat(page.evaluate("localStorage.getItem('subscribed')")).isNull();
    }
  }

  private static void awaitShown(Page page, PageWorker worker, String expected) {
    page.waitForCondition(() -> worker.evaluate(SHOWN).getAsString().equals(expected));
  }

  @ParameterizedTest
  @CsvSource({"PHONE, ar", "PHONE, de-simple", "PHONE, uk", "DESKTOP, en"})
  void pageIsFineInEveryLanguage(Screen screen, String language) {
    PushKit.tell(news.phone(), PushKit.subscribe(), KEY, "request", "first-look").is(200);
    news.look(UUID.randomUUID(), "jc-001");
    try (Tab tab = tab(screen, language)) {
      tab.open("/notices?saved=on");
      assertThat(tab.page().locator("#notices")).isVisible();
      tab.isFine("notices");
      tab.page()
          .waitForCondition(() -> {
            tab.open("/");
            return tab.page().locator("#first-looks li").count() == 1;
          });
      tab.isFine("start-first-look");
    }
  }

  @Test
  void aBrowserThatSaysNoIsToldHowToChangeThat() {
    try (Tab tab = tab(Screen.PHONE, "de")) {
      tab.page().addInitScript("window.forbidden = true");
      tab.open("/notices");
      tab.page().getByLabel("Eine Stelle schreibt Ihnen").check();
      tab.page().locator("#notices button").click();
      assertThat(tab.page().locator("[data-message=cancelled]"))
          .containsText("Ihr Browser lässt keinen Bescheid zu");
      tab.isFine("notices-refused");
    }
    try (Tab tab = tab(Screen.PHONE, "de")) {
      tab.page()
          .addInitScript(
              "Object.defineProperty(Notification, 'permission', { get: () => 'denied' })");
      tab.open("/notices");
      assertThat(tab.page().locator("[data-message=denied]")).isVisible();
      assertThat(tab.page().locator("#notices")).isHidden();
    }
  }

  @Test
  void aBrowserThatCannotSaysSo() {
    try (Tab tab = tab(Screen.PHONE, "de")) {
      tab.page().addInitScript("delete window.PushManager");
      tab.open("/notices");
      assertThat(tab.page().locator("[data-message=unsupported]")).containsText("iPhone");
      tab.isFine("notices-unsupported");
    }
  }

  @Test
  void aLostSessionChangesNothing() {
    try (Tab tab = tab(Screen.PHONE, "de")) {
      tab.open("/notices");
      tab.page().getByLabel("Eine Stelle schreibt Ihnen").check();
      tab.page().context().clearCookies();
      tab.page().locator("#notices button").click();
      assertThat(tab.page().locator("[data-message=session]")).isVisible();
    }
  }

  @Test
  void withoutScriptDevicesCanStillBeSwitchedOff() {
    PushKit.tell(news.phone(), browser, KEY, "message").is(200);
    try (Tab tab = Tab.withoutScript(ORIGIN, Screen.PHONE, "de")) {
      tab.carry(news.phone().cookie());
      tab.open("/notices");
      assertThat(tab.page().locator("noscript .kern-title")).isVisible();
      tab.page().locator("article button").click();
      assertThat(tab.page().locator(".kern-alert--success")).containsText("Ausgeschaltet");
      assertThat(tab.page().locator("article")).hasCount(0);
    }
  }

  @Test
  void aDeviceOfAnotherKeyIsMadeAnewOnTheNextVisit() {
    PushKit.tell(news.phone(), browser, KEY, "message").is(200);
    try (Tab tab = tab(Screen.PHONE, "de")) {
      tab.page()
          .addInitScript(
              "localStorage.getItem('visited') ?? localStorage.setItem('subscribed', '[4,1,2]');"
                  + " localStorage.setItem('visited', 'yes')");
      tab.open("/notices");
      assertThat(tab.page().getByLabel("Eine Stelle schreibt Ihnen")).isChecked();
      assertThat((String) tab.page().evaluate("localStorage.getItem('subscribed')"))
          .isNotEqualTo("[4,1,2]");
    }
  }
}
