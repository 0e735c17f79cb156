package net.sociallook.testbed.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
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

  /** Whatever can have the focus shows that it has it, and has it in the order of the page. */
  private static final String UNSEEN_FOCUS =
      """
      () => {
        const before = document.activeElement;
        const wrong = [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden]), textarea')]
          .filter(one => one.tabIndex >= 0 && !one.disabled)
          .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          .filter(one => {
            one.focus({ focusVisible: true, preventScroll: true });
            const style = getComputedStyle(one);
            const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
            return document.activeElement !== one || !seen || one.tabIndex > 0;
          }).map(one => one.outerHTML.slice(0, 80));
        document.activeElement.blur();
        before.focus({ preventScroll: true });
        return wrong;
      }
      """;

  /**
   * What is wrong in a form stands at its field, and is read out with it; nothing refers to
   * nothing.
   */
  private static final String UNTIED =
      """
      () => {
        const there = id => document.getElementById(id);
        const named = (one, by) => (one.getAttribute(by) ?? '').split(' ').filter(id => id !== '');
        const shown = [...document.querySelectorAll('main [aria-describedby], main [aria-labelledby], main [aria-invalid]')];
        const dangling = shown.filter(one => ['aria-describedby', 'aria-labelledby'].some(by => !named(one, by).every(there)));
        const alone = shown.filter(one => one.getAttribute('aria-invalid') === 'true')
          .filter(one => !named(one, 'aria-describedby').some(id => there(id)?.matches('.kern-error') && there(id).checkVisibility()));
        const unsaid = [...document.querySelectorAll('main .kern-form-input--error, main .kern-fieldset--error')]
          .filter(one => !one.matches('[aria-describedby]') && !one.querySelector('[aria-invalid=true]'));
        return [...new Set([...dangling, ...alone, ...unsaid])].map(one => one.outerHTML.slice(0, 120));
      }
      """;

  private static final String MOVING =
      """
      () => [...document.querySelectorAll('*')].filter(one => {
        const style = getComputedStyle(one);
        return style.animationName !== 'none' || style.transitionDuration.split(', ').some(time => parseFloat(time) > 0);
      }).map(one => one.outerHTML.slice(0, 80))
      """;

  private static final String INVISIBLE_ICONS =
      """
      () => [...document.querySelectorAll('.kern-icon')].filter(icon => icon.checkVisibility())
        .filter(icon => getComputedStyle(icon).backgroundColor === getComputedStyle(document.body).backgroundColor)
        .map(icon => icon.className)
      """;

  /** WCAG 2.2, 1.4.4: letters twice as large. */
  private static final String LARGE =
      "large => { document.documentElement.style.fontSize = large ? '200%' : ''; }";

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
    collect(found, MISPLACED_LEGENDS, "legend not where its group begins: ");
    collect(found, UNTIED, "not tied to its field, or to nothing: ");
    collect(found, UNSEEN_FOCUS, "focus not seen, or out of order: ");
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setReducedMotion(ReducedMotion.REDUCE)
            .setForcedColors(ForcedColors.ACTIVE));
    collect(found, MOVING, "moves where motion is reduced: ");
    collect(found, INVISIBLE_ICONS, "icon not seen in forced colours: ");
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(null).setForcedColors(null));
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
    page.setViewportSize(Screen.ZOOMED.width(), Screen.ZOOMED.height());
    page.evaluate(LARGE, true);
    wide(Screen.ZOOMED).map(fault -> fault + " with larger letters").ifPresent(found::add);
    page.evaluate(LARGE, false);
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

  private void collect(List<String> found, String script, String fault) {
    ((List<?>) page.evaluate(script)).forEach(one -> found.add(fault + one));
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
