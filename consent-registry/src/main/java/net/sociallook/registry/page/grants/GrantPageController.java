package net.sociallook.registry.page.grants;

import java.time.Instant;
import java.util.UUID;
import net.sociallook.registry.capture.TakingBackInPerson;
import net.sociallook.registry.page.giving.Lines;
import net.sociallook.registry.page.titles.Titles;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One grant, as it is and as it was. */
@Controller
class GrantPageController {
  private final GrantPages pages;
  private final TakingBackInPerson takenBack;
  private final Lines lines;
  private final Titles titles;

  GrantPageController(GrantPages pages, TakingBackInPerson takenBack, Lines lines, Titles titles) {
    this.pages = pages;
    this.takenBack = takenBack;
    this.lines = lines;
    this.titles = titles;
  }

  /** That staff recorded for her that she takes something back. */
  record Recorded(String person, String institution, Instant at) {}

  /**
   * @param named whether to ask for the titles of single documents
   */
  @GetMapping("/grants/{id}")
  String show(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam(name = "titles", defaultValue = "false") boolean named,
      Model model) {
    GrantPages.GrantPage page = pages.page(pages.history(signedIn, id));
    model.addAttribute("grant", page);
    model.addAttribute("titles", named ? titles.of(signedIn, page.documents()) : null);
    model.addAttribute(
        "recorded",
        takenBack.recorded(signedIn.client(), page.recipient()).stream()
            .filter(one -> signedIn.reach().covers(one.institution()))
            .map(one ->
                new Recorded(
                    lines.caseworker(one.caseworker()),
                    lines.institution(one.institution()),
                    one.at()))
            .toList());
    return "grants/grant";
  }
}
