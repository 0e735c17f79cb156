package net.sociallook.registry.staff.ask;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Permission;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.Invited;
import net.sociallook.registry.link.Inviting;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of a request. What was filled in wrongly comes back with all that was filled in. */
@Controller("staffAskController")
class AskController {
  private final Inviting inviting;
  private final Wishes wishes;
  private final Directory directory;
  private final Clock clock;

  AskController(Inviting inviting, Wishes wishes, Directory directory, Clock clock) {
    this.inviting = inviting;
    this.wishes = wishes;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param invitation the client's, so that no id of hers stands in an address
   */
  @GetMapping("/staff/requests/new")
  String form(Desk desk, @RequestParam Optional<UUID> invitation, Model model) {
    String client =
        invitation
            .flatMap(id -> inviting.find(desk.id(), id))
            .flatMap(one -> one.localId().or(() -> one.accepted().map(Invited.Accepted::pseudonym)))
            .orElse("");
    return show(desk, AskForm.empty(client, clock), Optional.empty(), model);
  }

  @PostMapping("/staff/requests")
  Object send(
      Desk desk,
      @RequestParam UUID id,
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") List<String> permissions,
      @RequestParam(defaultValue = "") String holder,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "false") boolean onlyMe,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    AskForm form = new AskForm(id, client, permissions, holder, until, onlyMe, reason).normalized();
    Optional<Trouble> trouble = wishes.send(desk, form);
    if (trouble.isEmpty()) {
      return Redirect.to("/staff/requests?sent=true");
    }
    response.setStatus(Problem.NOT_WITHIN.status().value());
    return show(desk, form, trouble, model);
  }

  private String show(Desk desk, AskForm form, Optional<Trouble> trouble, Model model) {
    List<Institution> holders =
        directory.institutions().stream()
            .filter(Institution::isHolder)
            .filter(one -> !one.id().equals(desk.id()))
            .toList();
    if (holders.isEmpty()) {
      throw new Refused(Problem.NOT_FOUND);
    }
    model.addAttribute("ask", form);
    model.addAttribute("trouble", trouble.map(Trouble::code).orElse(null));
    model.addAttribute("field", trouble.map(Trouble::field).orElse(""));
    model.addAttribute("holders", holders);
    model.addAttribute(
        "permissions", Arrays.stream(Permission.values()).map(Permission::code).toList());
    return "staff/ask";
  }
}
