package net.sociallook.registry.staff.invite;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.Endorsing;
import net.sociallook.registry.link.InPerson;
import net.sociallook.registry.link.Invited;
import net.sociallook.registry.link.Inviting;
import net.sociallook.registry.link.LocalId;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.reach.Area;
import net.sociallook.registry.reach.Order;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Inviting a client, and what has become of it. */
@Controller
class InvitationsController {
  private final Inviting inviting;
  private final Endorsing endorsing;
  private final InPerson inPerson;
  private final SheetCookie cookie;

  InvitationsController(
      Inviting inviting, Endorsing endorsing, InPerson inPerson, SheetCookie cookie) {
    this.inviting = inviting;
    this.endorsing = endorsing;
    this.inPerson = inPerson;
    this.cookie = cookie;
  }

  @GetMapping("/staff/invitations")
  String list(
      Desk desk,
      @RequestParam(defaultValue = "false") boolean wrong,
      @RequestParam(defaultValue = "false") boolean unknown,
      Model model) {
    model.addAttribute("wrong", wrong);
    model.addAttribute("unknown", unknown);
    model.addAttribute("invitations", inviting.newest(desk.id()));
    return "staff/invitations";
  }

  /** Sent twice, the second takes the place of the first, which nobody has used. */
  @PostMapping("/staff/invitations")
  Redirect invite(Desk desk, @RequestParam String localId, HttpServletResponse response) {
    String number = localId.strip();
    if (!LocalId.isOne(number)) {
      return Redirect.to("/staff/invitations?wrong=true");
    }
    Inviting.Opened opened = inviting.open(desk.id(), desk.attested(), new LocalId(number));
    cookie.write(response, opened);
    return Redirect.to("/staff/invitations/" + opened.id() + "/sheet");
  }

  /** For somebody who is linked, is there in person, and has no passkey any more. */
  @PostMapping("/staff/invitations/recovery")
  Redirect reinvite(Desk desk, @RequestParam String known, HttpServletResponse response) {
    String number = known.strip();
    Optional<Inviting.Opened> opened =
        LocalId.isOne(number)
            ? inviting.reopen(desk.id(), desk.attested(), new LocalId(number))
            : Optional.empty();
    if (opened.isEmpty()) {
      return Redirect.to("/staff/invitations?unknown=true");
    }
    cookie.write(response, opened.get());
    return Redirect.to("/staff/invitations/" + opened.get().id() + "/sheet");
  }

  @GetMapping("/staff/invitations/{id}")
  String state(
      Desk desk,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String trouble,
      Model model) {
    Invited invited =
        inviting.find(desk.id(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    model.addAttribute("invited", invited);
    model.addAttribute(
        "inviter",
        desk.institution()
            .caseworker(new CaseworkerId(invited.caseworker()))
            .map(Institution.Caseworker::name)
            .orElse(invited.caseworker()));
    model.addAttribute("inPerson", inPerson.isHere(id));
    model.addAttribute(
        "matchCode",
        invited
            .accepted()
            .map(Invited.Accepted::matchCode)
            .map(digits -> digits.substring(0, 3) + " " + digits.substring(3))
            .orElse(null));
    model.addAttribute(
        "replaces",
        invited
            .accepted()
            .flatMap(Invited.Accepted::again)
            .flatMap(Invited.Again::replaces)
            .orElse(null));
    model.addAttribute("keys", desk.institution().signingKeys().keySet());
    model.addAttribute("order", invited.order().map(InvitationsController::words).orElse(""));
    model.addAttribute("trouble", trouble.matches("unconfirmed|refused") ? trouble : null);
    return "staff/invitation";
  }

  /** What a representative's endorsement has to say, as the command takes it. */
  private static String words(Order order) {
    String areas = order.areas().stream().map(Area::code).collect(Collectors.joining(","));
    return " "
        + order.capacity().code()
        + " "
        + (areas.isEmpty() ? "none" : areas)
        + " "
        + order.until();
  }

  /** The second time it finds the link complete, and changes nothing. */
  @PostMapping("/staff/invitations/{id}/endorsement")
  Redirect endorse(
      Desk desk,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean compared,
      @RequestParam(defaultValue = "") String endorsement) {
    String back = "/staff/invitations/" + id;
    if (!compared) {
      return Redirect.to(back + "?trouble=unconfirmed");
    }
    try {
      endorsing.endorse(
          desk.institution(), id, endorsement.replaceAll("\\s", ""), Optional.of(desk.attested()));
      return Redirect.to(back);
    } catch (Refused refused) {
      return switch (refused.problem()) {
        case ENDORSEMENT_REFUSED -> Redirect.to(back + "?trouble=refused");
        case NOT_ACCEPTED -> Redirect.to(back);
        default -> throw refused;
      };
    }
  }
}
