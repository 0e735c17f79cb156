package net.sociallook.registry.page.about;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboutIT {

  @ParameterizedTest
  @CsvSource({
    "/help, PHONE, de",
    "/help, DESKTOP, ar",
    "/privacy, PHONE, uk",
    "/privacy, DESKTOP, en",
    "/accessibility, PHONE, de-simple",
    "/accessibility, DESKTOP, de",
    "/no-such-page, PHONE, de"
  })
  void pageIsFine(String path, Screen screen, String language) {
    try (Tab tab = Pages.tab(screen, language)) {
      int status = tab.open(path);
      assertThat(status).isEqualTo(path.equals("/no-such-page") ? 404 : 200);
      assertThat(tab.page().locator("html")).hasAttribute("lang", language);
      assertThat(tab.page().locator("html"))
          .hasAttribute("dir", language.equals("ar") ? "rtl" : "ltr");
      tab.isFine(path.substring(1));
    }
  }

  @Test
  void operatorIsNamedWhereOneIsSet() {
    Map<String, String> operator =
        Map.of(
            "sociallook.registry.operator.name", "Verein <b>Helfen</b>, Markt 1, 99734 Nordhausen",
            "sociallook.registry.operator.email", "hilfe@page.example");
    try (RunningRegistry registry = Pages.start(operator);
        Tab tab = Tab.on(registry.pageOrigin(), Screen.PHONE, "ar")) {
      tab.open("/privacy");
      assertThat(tab.page().locator("main address")).containsText("Verein <b>Helfen</b>, Markt 1");
      tab.open("/accessibility");
      assertThat(tab.page().locator("a[href='mailto:hilfe@page.example']")).isVisible();
      tab.isFine("accessibility-operator");
    }
  }
}
