package net.sociallook.testbed.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * axe-core in the page itself: brought in once a document, run without a window of its own, asked
 * for violations alone. It sees one frame; a page with more has a fault for that.
 *
 * @see <a href="https://www.deque.com/axe/core-documentation/api-documentation/">axe-core's API</a>
 */
final class Axe {
  private static final String SOURCE = "() => {" + AxeBuilder.getAxeScript() + "}";

  private static final String RUN =
      """
      async rules => {
        const options = { resultTypes: ['violations'], selectors: false };
        if (rules.length > 0) {
          options.runOnly = { type: 'rule', values: rules };
        }
        const { violations } = await axe.run(document, options);
        return violations.map(rule =>
          `${rule.id}: ${rule.help}` + rule.nodes.map(node => `\\n    ${node.html}`).join(''));
      }
      """;

  private final Page page;

  Axe(Page page) {
    this.page = page;
  }

  /**
   * What these rules object to, each with the elements it is about.
   *
   * @param rules by their ids; none for all that axe runs by itself
   */
  List<String> violations(String... rules) {
    if (page.frames().size() > 1) {
      return List.of("frames: " + page.frames().size() + " (expected: 1, or some are not checked)");
    }
    if (!(boolean) page.evaluate("() => typeof window.axe?.run === 'function'")) {
      page.evaluate(SOURCE);
    }
    return ((List<?>) page.evaluate(RUN, List.of(rules))).stream().map(String::valueOf).toList();
  }
}
