package net.sociallook.registry.page.arrive;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.session.Sessions;
import net.sociallook.registry.session.SigningOut;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a passkey, which the script of the page does; and out. */
@Controller
class SignInController {
  private final SigningOut signingOut;
  private final Sessions sessions;

  SignInController(SigningOut signingOut, Sessions sessions) {
    this.signingOut = signingOut;
    this.sessions = sessions;
  }

  /**
   * @param ended whether the browser was sent here for want of a session
   * @param back where to go on
   */
  @GetMapping("/sign-in")
  String signIn(
      @RequestParam(defaultValue = "false") boolean ended,
      @RequestParam(defaultValue = "/") String back,
      Model model) {
    model.addAttribute("ended", ended);
    model.addAttribute("back", Redirect.local(back));
    return "arrive/sign-in";
  }

  @PostMapping("/sign-out")
  Redirect signOut(HttpServletRequest request, HttpServletResponse response) {
    SigningOut.Result result = signingOut.signOut(request);
    response.addHeader(HttpHeaders.SET_COOKIE, sessions.none().toString());
    return switch (result) {
      case EFFECTIVE -> Redirect.to("/signed-out");
      case CHECKING -> Redirect.to("/signed-out?checking=true");
    };
  }

  @GetMapping("/signed-out")
  String signedOut(@RequestParam(defaultValue = "false") boolean checking, Model model) {
    model.addAttribute("checking", checking);
    return "arrive/signed-out";
  }
}
