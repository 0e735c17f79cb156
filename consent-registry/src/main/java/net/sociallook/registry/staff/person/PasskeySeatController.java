package net.sociallook.registry.staff.person;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.passkey.RequestOptions;
import net.sociallook.registry.staff.StaffSessions;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in with a passkey; no certificate is needed. */
@Controller
class PasskeySeatController {
  private final StaffSigning signing;
  private final StaffCeremonies ceremonies;
  private final StaffSessions sessions;

  PasskeySeatController(StaffSigning signing, StaffCeremonies ceremonies, StaffSessions sessions) {
    this.signing = signing;
    this.ceremonies = ceremonies;
    this.sessions = sessions;
  }

  record SignIn(UUID ceremony, RequestOptions requestOptions) {}

  @GetMapping("/staff/passkey")
  String form(
      @RequestParam(defaultValue = "false") boolean ended,
      @RequestParam(defaultValue = "false") boolean made,
      @RequestParam(defaultValue = "/staff") String back,
      Model model) {
    return show(ended ? "ended" : made ? "made" : "", back, model);
  }

  @PostMapping("/staff/passkey/options")
  @ResponseBody
  SignIn options() {
    StaffCeremonies.Started ceremony = ceremonies.startSignIn();
    return new SignIn(ceremony.id(), signing.toSignIn(ceremony));
  }

  @PostMapping("/staff/passkey")
  Object signIn(
      @RequestParam Optional<UUID> ceremony,
      @RequestParam(defaultValue = "") String assertion,
      @RequestParam(defaultValue = "/staff") String back,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      byte[] credential =
          signing.verify(ceremony.orElseThrow(() -> new Refused(Problem.ENDED)), assertion);
      sessions.end(request);
      response.addHeader(HttpHeaders.SET_COOKIE, sessions.open(credential).toString());
      return Redirect.to(back.startsWith("/staff/") ? Redirect.local(back) : "/staff");
    } catch (Refused refused) {
      String trouble =
          switch (refused.problem()) {
            case ENDED -> "over";
            case SIGNATURE_REFUSED -> "refused";
            default -> throw refused;
          };
      response.setStatus(refused.problem().status().value());
      return show(trouble, back, model);
    }
  }

  /**
   * @param message last part of a text's key; empty for none
   */
  private static String show(String message, String back, Model model) {
    model.addAttribute("message", message);
    model.addAttribute("back", Redirect.local(back));
    return "staff/passkey";
  }
}
