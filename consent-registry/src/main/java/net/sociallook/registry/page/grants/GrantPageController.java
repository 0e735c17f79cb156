package net.sociallook.registry.page.grants;

import java.util.UUID;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One grant, as it is and as it was. */
@Controller
class GrantPageController {
  private final GrantPages pages;

  GrantPageController(GrantPages pages) {
    this.pages = pages;
  }

  @GetMapping("/grants/{id}")
  String show(SignedIn signedIn, @PathVariable UUID id, Model model) {
    model.addAttribute("grant", pages.page(pages.history(signedIn, id)));
    return "grants/grant";
  }
}
