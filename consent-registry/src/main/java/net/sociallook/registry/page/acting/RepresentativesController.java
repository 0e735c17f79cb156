package net.sociallook.registry.page.acting;

import net.sociallook.registry.link.Roles;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A client sees who acts for her, since when, until when, and where. */
@Controller
class RepresentativesController {
  private final Roles roles;
  private final RoleLines lines;

  RepresentativesController(Roles roles, RoleLines lines) {
    this.roles = roles;
    this.lines = lines;
  }

  @GetMapping("/representatives")
  String show(SignedIn signedIn, Model model) {
    model.addAttribute("people", lines.byPerson(roles.ofClient(signedIn.client())));
    return "acting/representatives";
  }
}
