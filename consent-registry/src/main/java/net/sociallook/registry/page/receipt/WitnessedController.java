package net.sociallook.registry.page.receipt;

import java.util.UUID;
import net.sociallook.registry.grant.Capturing;
import net.sociallook.registry.grant.ClientGrants;
import net.sociallook.registry.page.giving.Lines;
import net.sociallook.registry.page.giving.Witnesses;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipt of what an institution has written down for a client without a device. */
@Controller
class WitnessedController {
  private final ClientGrants grants;
  private final Capturing capturing;
  private final Witnesses witnesses;
  private final Lines lines;

  WitnessedController(ClientGrants grants, Capturing capturing, Witnesses witnesses, Lines lines) {
    this.grants = grants;
    this.capturing = capturing;
    this.witnesses = witnesses;
    this.lines = lines;
  }

  @GetMapping("/grants/{id}/witnessed")
  String show(SignedIn signedIn, @PathVariable UUID id, Model model) {
    ClientGrants.Given given =
        grants.find(signedIn, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    model.addAttribute(
        "witness",
        witnesses.last(signedIn.client(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND)));
    model.addAttribute("said", capturing.lastSaid(signedIn.client(), id).orElseThrow());
    model.addAttribute("recipient", lines.institution(given.recipient()));
    model.addAttribute("lines", lines.of(given.provisions()));
    return "receipt/witnessed";
  }
}
