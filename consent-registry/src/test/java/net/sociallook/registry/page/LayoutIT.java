package net.sociallook.registry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void iconsAreSeenInForcedColours(ColorScheme scheme) {
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      Page page = tab.page();
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setForcedColors(ForcedColors.ACTIVE)
              .setColorScheme(scheme));
      tab.open("/sign-in?ended=true");
      Object unseen =
          page.evaluate(
              """
              () => [...document.querySelectorAll('.kern-icon')].filter(icon => icon.checkVisibility())
                .filter(icon => getComputedStyle(icon).backgroundColor === getComputedStyle(document.body).backgroundColor)
                .map(icon => icon.className).join()
              """);
      Assertions.assertThat(unseen).isEqualTo("");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/screenshots/forced-colours-" + scheme + ".png")));
    }
  }
}
