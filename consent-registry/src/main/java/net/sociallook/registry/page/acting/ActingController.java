package net.sociallook.registry.page.acting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.link.Representing;
import net.sociallook.registry.link.Roles;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.reach.Reaches;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.session.Sessions;
import net.sociallook.registry.session.SigningOut;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For whom somebody acts: choosing, giving a name, and stopping. */
@Controller
class ActingController {
  private final Roles roles;
  private final Sessions sessions;
  private final Representing representing;
  private final ActingPages pages;

  /** What the pages are made of. */
  @Component
  record ActingPages(Links links, Reaches reaches, RoleLines lines, Clock clock) {}

  ActingController(Roles roles, Sessions sessions, Representing representing, ActingPages pages) {
    this.roles = roles;
    this.sessions = sessions;
    this.representing = representing;
    this.pages = pages;
  }

  @GetMapping("/acting")
  String choose(Person person, @RequestParam(defaultValue = "false") boolean trouble, Model model) {
    boolean client =
        !pages.links().of(person.id()).isEmpty() || !pages.links().waiting(person.id()).isEmpty();
    List<Roles.Role> alive = alive(person);
    List<Roles.Role> here = alive.stream().filter(role -> isHere(person, role)).toList();
    model.addAttribute("clients", pages.lines().byClient(person.id(), here));
    model.addAttribute("elsewhere", here.size() < alive.size());
    model.addAttribute("chosen", person.role().map(role -> role.client()).orElse(null));
    model.addAttribute("herself", client);
    model.addAttribute("needsSignIn", person.credential().isEmpty());
    model.addAttribute("trouble", trouble);
    return "acting/choose";
  }

  /**
   * @param role one of the roles for the client; empty: for herself
   */
  @PostMapping("/acting")
  Redirect act(Person person, @RequestParam Optional<UUID> role) {
    if (role.isPresent() && person.credential().isEmpty()) {
      return Redirect.to("/sign-in?back=/acting");
    }
    sessions.actFor(person, role.map(id -> find(person, id).role()));
    return Redirect.to("/");
  }

  @PostMapping("/acting/name")
  Redirect name(Person person, @RequestParam UUID role, @RequestParam String name) {
    try {
      roles.call(person.id(), find(person, role).role().client(), name);
      return Redirect.to("/acting");
    } catch (Refused refused) {
      if (refused.problem() != Problem.MALFORMED) {
        throw refused;
      }
      return Redirect.to("/acting?trouble=true");
    }
  }

  /** The one confirmation. */
  @GetMapping("/acting/end")
  String ask(Person person, @RequestParam UUID role, Model model) {
    model.addAttribute("role", pages.lines().of(find(person, role)));
    return "acting/end";
  }

  /** All her sessions end with it, this one too. */
  @PostMapping("/acting/end")
  Redirect end(Person person, @RequestParam UUID role) {
    SigningOut.Result result = representing.endByHerself(find(person, role).id());
    return switch (result) {
      case EFFECTIVE -> Redirect.to("/signed-out");
      case CHECKING -> Redirect.to("/signed-out?checking=true");
    };
  }

  /** Whether the device that she uses was endorsed for it; before she signs in nobody knows. */
  private boolean isHere(Person person, Roles.Role role) {
    return person
        .credential()
        .map(credential ->
            pages
                .reaches()
                .of(person.id(), credential, role.role())
                .filter(reach -> reach.covers(role.institution()))
                .isPresent())
        .orElse(true);
  }

  private List<Roles.Role> alive(Person person) {
    return roles.ofPerson(person.id()).stream()
        .filter(role -> role.isAlive(pages.clock().instant()))
        .toList();
  }

  private Roles.Role find(Person person, UUID id) {
    return alive(person).stream()
        .filter(role -> role.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }
}
