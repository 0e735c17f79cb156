package net.sociallook.registry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What surrounds every page. */
class LayoutIT {

  @ParameterizedTest
  @ValueSource(strings = {"de", "de-simple", "en", "uk", "ar"})
  void welcomeIsFineInEveryLanguage(String language) {
    try (Tab tab = Pages.tab(Screen.PHONE, language)) {
      tab.open("/");
      tab.isFine("welcome");
    }
  }

  @Test
  void languageIsChosenAndKeptWithoutScript() {
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, "de")) {
      tab.open("/help");
      Page page = tab.page();
      page.locator("summary").click();
      page.getByText("Українська").click();
      assertThat(page).hasURL(Pages.origin() + "/help");
      assertThat(page.locator("html")).hasAttribute("lang", "uk");
      tab.open("/privacy");
      assertThat(page.locator("html")).hasAttribute("lang", "uk");
    }
  }

  @Test
  void openMenuOfLanguagesIsFine() {
    try (Tab tab = Pages.tab(Screen.PHONE, "ar")) {
      tab.open("/");
      tab.page().locator("summary").click();
      tab.isFine("languages");
    }
  }

  @Test
  void firstTabStopSkipsToTheContent() {
    try (Tab tab = Pages.tab(Screen.DESKTOP, "de")) {
      tab.open("/help");
      Page page = tab.page();
      page.keyboard().press("Tab");
      Locator focused = page.locator(":focus");
      assertThat(focused).hasText("Zum Inhalt springen");
      assertThat(focused).isInViewport();
      page.keyboard().press("Enter");
      assertThat(page.locator("main")).isFocused();
    }
  }
}
