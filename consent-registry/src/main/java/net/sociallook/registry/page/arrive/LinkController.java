package net.sociallook.registry.page.arrive;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.Acceptance;
import net.sociallook.registry.link.InvitationCode;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.link.Representing;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A client who is known links one more institution; and waiting until it confirms. */
@Controller("pageLinkController")
class LinkController {
  private final Acceptance acceptance;
  private final Waits waits;
  private final CodeCookie cookie;
  private final Directory directory;

  /** Who still has to be confirmed, as a client or to act for one. */
  @Component
  record Waits(Links links, Representing representing) {
    List<Links.Waiting> of(UUID person) {
      return Stream.concat(links.waiting(person).stream(), representing.waiting(person).stream())
          .toList();
    }
  }

  LinkController(Acceptance acceptance, Waits waits, CodeCookie cookie, Directory directory) {
    this.acceptance = acceptance;
    this.waits = waits;
    this.cookie = cookie;
    this.directory = directory;
  }

  record WaitingView(String id, String name, String matchCode) {}

  /** Sent twice, the second finds the code used and goes on to where the first has led. */
  @PostMapping("/arrive/link")
  Redirect link(Person person, HttpServletRequest request, HttpServletResponse response) {
    InvitationCode code = InvitationCode.typed(cookie.read(request).orElse(""));
    try {
      acceptance.asKnownClient(code, person);
      cookie.clear(response);
      return Redirect.to("/arrive/waiting");
    } catch (Refused refused) {
      return switch (refused.problem()) {
        case ALREADY_LINKED -> Redirect.to("/?already-linked=true");
        case ENDED -> afterUsed(person);
        default -> throw refused;
      };
    }
  }

  /** Used just now by her, with a second tap; or by somebody else, or over. */
  private Redirect afterUsed(Person person) {
    boolean byHer = !waits.of(person.id()).isEmpty();
    return Redirect.to(byHer ? "/arrive/waiting" : "/arrive/passkey");
  }

  @GetMapping("/arrive/waiting")
  Object waiting(Person person, Model model) {
    List<WaitingView> waiting =
        waits.of(person.id()).stream()
            .map(one ->
                new WaitingView(
                    one.institution().value(), nameOf(one.institution()), spaced(one.matchCode())))
            .toList();
    if (waiting.isEmpty()) {
      return Redirect.to("/?linked=true");
    }
    model.addAttribute("waiting", waiting);
    return "arrive/waiting";
  }

  private String nameOf(InstitutionId id) {
    return directory
        .institution(id)
        .map(Institution::name)
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private static String spaced(String digits) {
    return digits.substring(0, 3) + " " + digits.substring(3);
  }
}
