package net.sociallook.testbed.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What must hold for every page: WCAG as far as a machine can tell, sizes, and nothing foreign. */
final class PageCheck {
  /** Things to press that are smaller than 44 px; links inside a sentence are exempt (2.5.8). */
  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden]), textarea')]
        .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter(one => !(one.tagName === 'A' && getComputedStyle(one).display === 'inline'))
        .filter(one => !one.classList.contains('skip'))
        .map(one => [one, (one.closest('label') ?? one.labels?.[0] ?? one).getBoundingClientRect(), one.getBoundingClientRect()])
        .filter(([one, label, own]) => Math.max(label.height, own.height) < 44 || Math.max(label.width, own.width) < 44)
        .map(([one, label, own]) => one.outerHTML.slice(0, 80) + ' ' + Math.round(own.width) + 'x' + Math.round(own.height))
      """;

  /** The heading of a group stands where a line begins; an error's mark has room beside it. */
  private static final String MISPLACED_LEGENDS =
      """
      () => [...document.querySelectorAll('legend')].filter(one => one.checkVisibility()).filter(one => {
        const own = one.getBoundingClientRect();
        const group = one.parentElement.getBoundingClientRect();
        const right = getComputedStyle(one).direction === 'rtl';
        return Math.abs(right ? group.right - own.right : own.left - group.left) > 24;
      }).map(one => one.textContent.trim())
      """;

  /** WCAG 2.2, 1.4.12: wider letters, words and lines may hide nothing. */
  private static final String SPACED =
      """
      spaced => {
        const style = document.body.style;
        style.letterSpacing = spaced ? '0.12em' : '';
        style.wordSpacing = spaced ? '0.16em' : '';
        style.lineHeight = spaced ? '1.5' : '';
      }
      """;

  private static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final Page page;
  private final Axe axe;
  private final Screen screen;
  private final List<String> faults;

  PageCheck(Page page, Screen screen, List<String> faults) {
    this.page = page;
    this.axe = new Axe(page);
    this.screen = screen;
    this.faults = faults;
  }

  void run(String name) {
    List<String> found = new ArrayList<>(faults);
    String html = page.content();
    if (html.contains("??")) {
      found.add("text: missing (expected: every key)");
    }
    if (!"CSS1Compat".equals(page.evaluate("() => document.compatMode"))) {
      found.add("doctype: missing (expected: <!DOCTYPE html>)");
    }
    found.addAll(smallTargets());
    ((List<?>) page.evaluate(MISPLACED_LEGENDS))
        .forEach(one -> found.add("legend: " + one + " (expected: where its group begins)"));
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      found.addAll(violations(scheme));
      Gallery.keep(page, name, screen, scheme);
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    wide(screen).ifPresent(found::add);
    page.setViewportSize(Screen.NARROW.width(), Screen.NARROW.height());
    wide(Screen.NARROW).ifPresent(found::add);
    page.evaluate(SPACED, true);
    wide(Screen.NARROW).map(fault -> fault + " with wider letters").ifPresent(found::add);
    page.evaluate(SPACED, false);
    page.setViewportSize(screen.width(), screen.height());
    if (!found.isEmpty()) {
      throw new AssertionError(name + ":\n  " + String.join("\n  ", found));
    }
  }

  /** In the dark nothing but the colours is different. */
  private List<String> violations(ColorScheme scheme) {
    List<String> violations =
        scheme == ColorScheme.DARK
            ? axe.violations("color-contrast", "link-in-text-block")
            : axe.violations();
    return violations.stream().map(violation -> scheme + " axe " + violation).toList();
  }

  private List<String> smallTargets() {
    return ((List<?>) page.evaluate(SMALL_TARGETS))
        .stream().map(one -> "target under 44 px: " + one).toList();
  }

  private java.util.Optional<String> wide(Screen at) {
    int excess = ((Number) page.evaluate(TOO_WIDE)).intValue();
    return excess > 0
        ? java.util.Optional.of("scrolls sideways by " + excess + " px at " + at)
        : java.util.Optional.empty();
  }
}
