package net.sociallook.registry.staff.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.registry.link.Arrivals;
import net.sociallook.registry.link.InPerson;
import net.sociallook.registry.link.InvitationCode;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.link.LocalId;
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

/** Linking clients without a device: here, and elsewhere with a code that they bring. */
@Controller
class InPersonPageController {
  private final InPerson inPerson;
  private final Arrivals arrivals;
  private final Clients clients;
  private final CapturesController.Who who;

  InPersonPageController(
      InPerson inPerson, Arrivals arrivals, Clients clients, CapturesController.Who who) {
    this.inPerson = inPerson;
    this.arrivals = arrivals;
    this.clients = clients;
    this.who = who;
  }

  @GetMapping("/staff/in-person")
  String form(Desk desk, Model model) {
    return show(desk, Optional.empty(), model);
  }

  @PostMapping("/staff/in-person")
  Object link(
      Desk desk,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String witness,
      HttpServletResponse response,
      Model model) {
    if (!LocalId.isOne(number.strip())) {
      return wrong(desk, Trouble.NUMBER, response, model);
    }
    if (!Writing.isWitness(desk, witness)) {
      return wrong(desk, Trouble.WITNESS, response, model);
    }
    UUID invitation =
        inPerson.link(
            desk.institution(),
            new InPerson.Present(desk.attested(), new CaseworkerId(witness)),
            Optional.of(new LocalId(number.strip())));
    return Redirect.to("/staff/invitations/" + invitation);
  }

  @PostMapping("/staff/in-person/code")
  String connect(
      Desk desk,
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest sender,
      HttpServletResponse response,
      Model model) {
    List<UUID> found = clients.find(desk, client.strip());
    if (found.size() != 1) {
      Trouble trouble = found.isEmpty() ? Trouble.CLIENT_UNKNOWN : Trouble.CLIENT_AMBIGUOUS;
      return wrong(desk, trouble, response, model);
    }
    if (arrivals.look(code, sender).state() != Arrivals.State.OPEN) {
      return wrong(desk, Trouble.CODE, response, model);
    }
    try {
      Links.Waiting waiting =
          inPerson.connect(
              desk.institution(), desk.attested(), found.getFirst(), InvitationCode.typed(code));
      String digits = waiting.matchCode();
      model.addAttribute("digits", digits.substring(0, 3) + " " + digits.substring(3));
      model.addAttribute("institution", who.institution(waiting.institution()));
      return "staff/in-person-connected";
    } catch (Refused refused) {
      return switch (refused.problem()) {
        case HAS_PASSKEY -> wrong(desk, Trouble.HAS_PASSKEY, response, model);
        case ENDED, ALREADY_LINKED -> wrong(desk, Trouble.CODE, response, model);
        default -> throw refused;
      };
    }
  }

  private String wrong(Desk desk, Trouble trouble, HttpServletResponse response, Model model) {
    response.setStatus(Problem.NOT_WITHIN.status().value());
    return show(desk, Optional.of(trouble), model);
  }

  private static String show(Desk desk, Optional<Trouble> trouble, Model model) {
    model.addAttribute("witnesses", CapturesController.Who.witnesses(desk));
    model.addAttribute("trouble", trouble.map(Trouble::code).orElse(null));
    model.addAttribute("field", trouble.map(Trouble::field).orElse(""));
    return "staff/in-person";
  }
}
