package net.sociallook.registry.page.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import net.sociallook.registry.device.DeviceOffer;
import net.sociallook.registry.device.Joining;
import net.sociallook.registry.link.InvitationCode;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The new device: the code, a passkey, six digits. Nobody is signed in here. */
@Controller
class JoinController {
  private final Joining joining;
  private final DeviceCookies cookies;

  JoinController(Joining joining, DeviceCookies cookies) {
    this.joining = joining;
    this.cookies = cookies;
  }

  /**
   * @param trouble why the code did not lead on
   */
  @GetMapping("/join")
  String code(@RequestParam(defaultValue = "") String trouble, Model model) {
    model.addAttribute(
        "trouble", trouble.matches("used|expired|unknown|too-many-tries") ? trouble : null);
    return "device/join";
  }

  @PostMapping("/join")
  Redirect enter(
      @RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
    InvitationCode typed = InvitationCode.typed(code);
    return trouble(typed, request)
        .orElseGet(() -> {
          cookies.writeBrought(response, typed);
          return Redirect.to("/join/passkey");
        });
  }

  @GetMapping("/join/passkey")
  Object passkey(HttpServletRequest request, Model model) {
    Optional<InvitationCode> code = cookies.readBrought(request);
    if (code.isEmpty()) {
      return Redirect.to("/join");
    }
    Optional<Redirect> trouble = trouble(code.get(), request);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    model.addAttribute("code", code.get().value());
    return "device/join-passkey";
  }

  @GetMapping("/join/waiting")
  Object waiting(HttpServletRequest request, Model model) {
    Optional<DeviceOffer> offer =
        cookies.readBrought(request).flatMap(code -> joining.look(code, request));
    if (offer.isEmpty()) {
      return Redirect.to("/join");
    }
    if (offer.get().state() == DeviceOffer.State.OPEN) {
      return Redirect.to("/join/passkey");
    }
    model.addAttribute("offer", offer.get());
    model.addAttribute(
        "matchCode", offer.get().answer().map(answer -> spaced(answer.matchCode())).orElse(null));
    return "device/join-waiting";
  }

  private Optional<Redirect> trouble(InvitationCode code, HttpServletRequest request) {
    try {
      return joining
          .look(code, request)
          .map(offer ->
              switch (offer.state()) {
                case OPEN -> Optional.<String>empty();
                case ANSWERED, ACTIVE -> Optional.of("used");
                case REFUSED, EXPIRED -> Optional.of("expired");
              })
          .orElse(Optional.of("unknown"))
          .map(why -> Redirect.to("/join?trouble=" + why));
    } catch (Refused refused) {
      if (refused.problem() == Problem.TOO_MANY_TRIES) {
        return Optional.of(Redirect.to("/join?trouble=too-many-tries"));
      }
      throw refused;
    }
  }

  static String spaced(String digits) {
    return digits.substring(0, 3) + " " + digits.substring(3);
  }
}
