package net.sociallook.registry.page.device;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.passkey.BrowserKind;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients call their devices is text, wherever it stands. */
class DeviceNamesIT {
  private static final RunningRegistry REGISTRY = Pages.registry();

  private final Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
  private final Visitor visitor = new Visitor(REGISTRY, phone);
  private final String device = "/devices/" + SecondDevice.id(phone.passkey());

  @ParameterizedTest
  @ValueSource(strings = {"/devices", "/removal"})
  void markupAndQuotesAreEscaped(String page) {
    visitor.send(device + "/name", "name", "<script>x</script>\"'&lt;");

    String body = visitor.open(page.equals("/devices") ? page : device + page).body();

    assertThat(body)
        .contains("&lt;script&gt;x&lt;/script&gt;&quot;&#39;&amp;lt;")
        .doesNotContain("<script>x");
  }

  @Test
  void nameIsOnNoOtherPageOfHers() {
    visitor.send(device + "/name", "name", "Omas Tablet");

    for (String path : new String[] {"/", "/notices", "/log", "/blocks", "/help"}) {
      assertThat(visitor.open(path).body()).doesNotContain("Omas Tablet");
    }
  }

  @Test
  void marksThatTurnWordsAndControlsAreLeftOut() {
    visitor.send(device + "/name", "name", "\u202Ekcah\u2066\u0007 Handy\u202C");

    assertThat(visitor.open("/devices").body())
        .contains("kcah Handy")
        .doesNotContain("\u202E", "\u2066", "\u202C", "\u0007");
  }

  @Test
  void longNameIsCutBetweenCharacters() {
    visitor.send(device + "/name", "name", "\uD83D\uDCF1".repeat(50));

    assertThat(visitor.open("/devices").body())
        .contains("\uD83D\uDCF1".repeat(40))
        .doesNotContain("\uD83D\uDCF1".repeat(41), "\uFFFD");
  }

  @Test
  void arabicNameStandsInAGermanPageAndAddsNothingToIt() {
    visitor.send(device + "/name", "name", "هاتفي <b>1</b>");
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      tab.open("/devices");
      Page page = tab.page();
      assertThat(page.locator("article h2 bdi").textContent()).isEqualTo("هاتفي <b>1</b>");
      assertThat(page.locator("main b").count()).isZero();
      tab.isFine("devices-arabic-name");
    }
  }

  @Test
  void kindOfABrowserIsAWordOfOurs() {
    assertThat(BrowserKind.of(java.util.Optional.of("<script>alert(1)</script>\u202E"))).isEmpty();
  }
}
