package net.sociallook.registry.page.arrive;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.Arrivals;
import net.sociallook.registry.link.InvitationCode;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The code of an invitation, and what comes of it: for a new client a passkey, else a link. */
@Controller
class ArriveController {
  private final Arrivals arrivals;
  private final CodeCookie cookie;
  private final Directory directory;

  ArriveController(Arrivals arrivals, CodeCookie cookie, Directory directory) {
    this.arrivals = arrivals;
    this.cookie = cookie;
    this.directory = directory;
  }

  @GetMapping("/arrive")
  String code(@RequestParam(defaultValue = "") String trouble, Model model) {
    model.addAttribute("trouble", Trouble.ofCode(trouble).map(Trouble::code).orElse(null));
    return "arrive/code";
  }

  @PostMapping("/arrive")
  Redirect enter(
      @RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
    return trouble(code, request)
        .map(Trouble::redirect)
        .orElseGet(() -> {
          cookie.write(response, InvitationCode.typed(code));
          return Redirect.to("/arrive/passkey");
        });
  }

  @GetMapping("/arrive/passkey")
  Object passkey(Optional<Person> person, HttpServletRequest request, Model model) {
    String code = cookie.read(request).orElse("");
    if (code.isEmpty()) {
      return Redirect.to("/arrive");
    }
    Optional<Trouble> trouble = trouble(code, request);
    if (trouble.isPresent()) {
      return trouble.get().redirect();
    }
    model.addAttribute("code", code);
    model.addAttribute("institution", invitedBy(code, request));
    model.addAttribute(
        "role",
        arrivals.look(code, request).order().map(order -> order.capacity().code()).orElse(null));
    return person.isPresent() ? "arrive/link" : "arrive/passkey";
  }

  private Optional<Trouble> trouble(String code, HttpServletRequest request) {
    try {
      return Trouble.of(arrivals.look(code, request).state());
    } catch (Refused refused) {
      if (refused.problem() == Problem.TOO_MANY_TRIES) {
        return Optional.of(Trouble.TOO_MANY_TRIES);
      }
      throw refused;
    }
  }

  private String invitedBy(String code, HttpServletRequest request) {
    return arrivals
        .look(code, request)
        .institution()
        .flatMap(directory::institution)
        .map(Institution::name)
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }
}
