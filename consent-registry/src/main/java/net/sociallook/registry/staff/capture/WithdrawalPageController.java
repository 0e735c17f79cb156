package net.sociallook.registry.staff.capture;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Permission;
import net.sociallook.registry.capture.TakingBackInPerson;
import net.sociallook.registry.capture.TakingBackInPerson.What;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.NarrowingForm;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.staff.Clients;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A client without a device takes something back: at once, without a witness and a reason. */
@Controller
class WithdrawalPageController {
  private final TakingBackInPerson takingBack;
  private final Clients clients;
  private final CapturesController.Who who;

  WithdrawalPageController(
      TakingBackInPerson takingBack, Clients clients, CapturesController.Who who) {
    this.takingBack = takingBack;
    this.clients = clients;
    this.who = who;
  }

  @GetMapping("/staff/withdrawals/new")
  String form(Desk desk, Model model) {
    return show(desk, Optional.empty(), "", model);
  }

  /**
   * @param recipient empty: nobody may do anything any more
   * @param drop empty: the recipient may do nothing any more
   */
  @PostMapping("/staff/withdrawals")
  Object take(
      Desk desk,
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "") String drop,
      HttpServletResponse response,
      Model model) {
    List<UUID> found = clients.find(desk, client.strip());
    Optional<What> what = what(recipient, drop);
    Optional<Trouble> trouble =
        found.size() == 1
            ? (what.isEmpty() ? Optional.of(Trouble.RECIPIENT) : Optional.empty())
            : Optional.of(found.isEmpty() ? Trouble.CLIENT_UNKNOWN : Trouble.CLIENT_AMBIGUOUS);
    if (trouble.isEmpty() && what.isPresent()) {
      try {
        TakingBackInPerson.State state =
            takingBack.take(desk.institution(), desk.attested(), found.getFirst(), what.get());
        boolean done = state == TakingBackInPerson.State.IN_FORCE;
        return Redirect.to("/staff/withdrawals/done?checking=" + !done);
      } catch (Refused refused) {
        if (refused.problem() != Problem.HAS_PASSKEY) {
          throw refused;
        }
        trouble = Optional.of(Trouble.HAS_PASSKEY);
      }
    }
    response.setStatus(Problem.NOT_WITHIN.status().value());
    return show(desk, trouble, client, model);
  }

  @GetMapping("/staff/withdrawals/done")
  String done(Desk desk, @RequestParam(defaultValue = "true") boolean checking, Model model) {
    model.addAttribute("checking", checking);
    return "staff/withdrawal-done";
  }

  private Optional<What> what(String recipient, String drop) {
    if (recipient.equals("everybody")) {
      return Optional.of(new What.Everything());
    }
    return who.directory().institutions().stream()
        .map(Institution::id)
        .filter(id -> id.value().equals(recipient))
        .findFirst()
        .map(id -> drop.isEmpty() ? new What.Withdrawal(id) : narrowing(id, drop));
  }

  private static What narrowing(InstitutionId recipient, String drop) {
    return new What.Narrowing(recipient, new NarrowingForm(null, drop, null, null, null));
  }

  private String show(Desk desk, Optional<Trouble> trouble, String client, Model model) {
    model.addAttribute("client", client);
    model.addAttribute("trouble", trouble.map(Trouble::code).orElse(null));
    model.addAttribute("field", trouble.map(Trouble::field).orElse(""));
    model.addAttribute("recipients", who.directory().institutions());
    model.addAttribute(
        "permissions", Arrays.stream(Permission.values()).map(Permission::code).toList());
    return "staff/withdrawal-new";
  }
}
