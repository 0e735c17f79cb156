package net.sociallook.registry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading aloud, on a device with these voices: no test machine has any. */
class ReadAloudIT {
  private static final String DEVICE =
      """
      const said = [];
      window.said = said;
      window.SpeechSynthesisUtterance = class extends EventTarget {
        constructor(text) { super(); this.text = text; }
      };
      Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => [{ lang: 'de-DE' }, { lang: 'uk_UA' }],
        speak: (utterance) => said.push(utterance),
        cancel: () => said.splice(0),
        addEventListener: () => {},
      }});
      """;

  @Test
  void whatCanBeSeenIsReadUntilStopped() {
    try (Tab tab = speaking("de-simple")) {
      tab.open("/help");
      tab.isFine("read-aloud");
      Locator button = tab.page().locator("#read-aloud");
      assertThat(label(tab)).hasText("Vorlesen");

      button.click();

      assertThat(label(tab)).hasText("Nicht mehr vorlesen");
      List<?> said = (List<?>) tab.page().evaluate("() => said.map(one => one.text)");
      assertThat(said.getFirst()).isEqualTo(tab.page().locator("h1").innerText());
      assertThat(said).hasSizeGreaterThan(10);
      assertThat(said.toString()).doesNotContain("Abmelden", "Deutsch");
      assertThat(tab.page().evaluate("() => said.every(one => one.lang === 'de')")).isEqualTo(true);
      button.click();
      assertThat(label(tab)).hasText("Vorlesen");
      assertThat(tab.page().evaluate("() => said.length")).isEqualTo(0);
    }
  }

  @Test
  void partInAnotherLanguageHasTheVoiceOfThatLanguage() {
    try (Tab tab = speaking("uk")) {
      tab.open("/accessibility");
      tab.page().locator("#read-aloud").click();
      Object german =
          tab.page()
              .evaluate(
                  "() => said.filter(one => one.lang === 'de')"
                      + ".map(one => one.voice.lang + ': ' + one.text).join()");
      assertThat(german.toString()).contains("de-DE: Schlichtungsstelle", "10117 Berlin");
      assertThat(tab.page().evaluate("() => said[0].lang")).isEqualTo("uk");
    }
  }

  @Test
  void whenAllIsReadTheButtonOffersItAgain() {
    try (Tab tab = speaking("uk")) {
      tab.open("/help");
      Locator button = tab.page().locator("#read-aloud");
      String offer = button.innerText();
      button.click();
      assertThat(label(tab)).not().hasText(offer);
      tab.page().evaluate("() => said.at(-1).dispatchEvent(new Event('end'))");
      assertThat(label(tab)).hasText(offer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void withoutAVoiceOfTheLanguageThereIsNoButton(String language) {
    try (Tab tab = speaking(language)) {
      tab.open("/help");
      tab.page().waitForLoadState();
      assertThat(tab.page().locator("#read-aloud")).isHidden();
    }
  }

  @Test
  void whereNothingSpeaksThereIsNoButton() {
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      tab.page()
          .addInitScript("delete Window.prototype.speechSynthesis; delete window.speechSynthesis");
      tab.open("/help");
      tab.page().waitForLoadState();
      assertThat(tab.page().locator("#read-aloud")).isHidden();
      assertThat(tab.faults()).isEmpty();
    }
  }

  private static Locator label(Tab tab) {
    return tab.page().locator("#read-aloud .kern-label:not([hidden])");
  }

  private static Tab speaking(String language) {
    Tab tab = Pages.tab(Screen.PHONE, language);
    tab.page().addInitScript(DEVICE);
    return tab;
  }
}
