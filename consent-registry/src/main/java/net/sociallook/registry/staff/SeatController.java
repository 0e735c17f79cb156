package net.sociallook.registry.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing who sits there, and getting up again. */
@Controller
class SeatController {
  private final Desks desks;
  private final DeskCookie cookie;
  private final StaffSessions sessions;

  SeatController(Desks desks, DeskCookie cookie, StaffSessions sessions) {
    this.desks = desks;
    this.cookie = cookie;
    this.sessions = sessions;
  }

  /** Who may read in the inbox begins there. */
  @GetMapping("/staff")
  Redirect start(Desk desk) {
    boolean reads = desk.institution().inbox() && desk.isProven();
    return Redirect.to(reads ? "/staff/inbox" : "/staff/invitations");
  }

  @GetMapping("/staff/sign-in")
  String choose(
      Caller.Institution caller,
      @RequestParam(defaultValue = "false") boolean ended,
      @RequestParam(defaultValue = "/staff") String back,
      Model model) {
    model.addAttribute("ended", ended);
    model.addAttribute("back", Redirect.local(back));
    model.addAttribute("institution", desks.institution(caller));
    return "staff/sign-in";
  }

  @PostMapping("/staff/sign-in")
  Redirect sit(
      Caller.Institution caller,
      @RequestParam String caseworker,
      @RequestParam(defaultValue = "/staff") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Institution institution = desks.institution(caller);
    CaseworkerId person =
        institution.caseworkers().stream()
            .map(Institution.Caseworker::id)
            .filter(id -> id.value().equals(caseworker))
            .findFirst()
            .orElseThrow(() -> new Refused(Problem.MALFORMED));
    sessions.end(request);
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.of(institution.id(), person).toString());
    response.addHeader(HttpHeaders.SET_COOKIE, StaffSessions.none().toString());
    return Redirect.to(back.startsWith("/staff/") ? Redirect.local(back) : "/staff");
  }

  @PostMapping("/staff/sign-out")
  Redirect getUp(Desk desk, HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request);
    response.addHeader(HttpHeaders.SET_COOKIE, StaffSessions.none().toString());
    response.addHeader(HttpHeaders.SET_COOKIE, DeskCookie.none().toString());
    return Redirect.to(desk.isProven() ? "/staff/passkey" : "/staff/sign-in");
  }
}
