package net.sociallook.registry.page.arrive;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.Acceptance;
import net.sociallook.registry.link.InvitationCode;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A client who is known links one more institution; and waiting until it confirms. */
@Controller("pageLinkController")
class LinkController {
  private final Acceptance acceptance;
  private final Links links;
  private final CodeCookie cookie;
  private final Directory directory;

  LinkController(Acceptance acceptance, Links links, CodeCookie cookie, Directory directory) {
    this.acceptance = acceptance;
    this.links = links;
    this.cookie = cookie;
    this.directory = directory;
  }

  record WaitingView(String id, String name, String matchCode) {}

  /** Sent twice, the second finds the code used and goes on to where the first has led. */
  @PostMapping("/arrive/link")
  Redirect link(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
    InvitationCode code = InvitationCode.typed(cookie.read(request).orElse(""));
    try {
      acceptance.asKnownClient(code, signedIn.client());
      cookie.clear(response);
      return Redirect.to("/arrive/waiting");
    } catch (Refused refused) {
      return switch (refused.problem()) {
        case ALREADY_LINKED -> Redirect.to("/?already-linked=true");
        case ENDED -> afterUsed(signedIn);
        default -> throw refused;
      };
    }
  }

  /** Used just now by her, with a second tap; or by somebody else, or over. */
  private Redirect afterUsed(SignedIn signedIn) {
    boolean byHer = !links.waiting(signedIn.client()).isEmpty();
    return Redirect.to(byHer ? "/arrive/waiting" : "/arrive/passkey");
  }

  @GetMapping("/arrive/waiting")
  Object waiting(SignedIn signedIn, Model model) {
    List<WaitingView> waiting =
        links.waiting(signedIn.client()).stream()
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
