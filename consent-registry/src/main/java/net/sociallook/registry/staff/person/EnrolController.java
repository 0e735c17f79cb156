package net.sociallook.registry.staff.person;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.InvitationCode;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** A person makes her passkey, on her own device and with the code of her institution. */
@Controller
class EnrolController {
  private final StaffSigning signing;
  private final StaffSigning.Kept kept;
  private final Directory directory;

  EnrolController(StaffSigning signing, StaffSigning.Kept kept, Directory directory) {
    this.signing = signing;
    this.kept = kept;
    this.directory = directory;
  }

  @GetMapping("/staff/passkey/new")
  String form(Model model) {
    return code("", "", model);
  }

  @PostMapping("/staff/passkey/new")
  Object start(
      @RequestParam(defaultValue = "") String code, HttpServletResponse response, Model model) {
    Optional<UUID> known = kept.codes().find(InvitationCode.typed(code));
    if (known.isEmpty()) {
      response.setStatus(Problem.NOT_WITHIN.status().value());
      return code(code, "wrong", model);
    }
    return Redirect.to("/staff/passkey/new/" + kept.ceremonies().startMaking(known.get()).id());
  }

  /** Who it is for stands there, so that nobody makes another person's passkey by mistake. */
  @GetMapping("/staff/passkey/new/{ceremony}")
  Object show(@PathVariable UUID ceremony, Model model) {
    Optional<StaffCeremonies.Making> making = kept.ceremonies().making(ceremony);
    Optional<StaffPasskeys.Owner> owner = making.flatMap(one -> kept.codes().owner(one.code()));
    if (owner.isEmpty()) {
      return code("", "over", model);
    }
    Institution institution =
        directory
            .institution(owner.get().institution())
            .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    Institution.Caseworker person =
        institution
            .caseworker(owner.get().person())
            .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    model.addAttribute("institution", institution);
    model.addAttribute("person", person);
    model.addAttribute("ceremony", ceremony);
    model.addAttribute(
        "options",
        JsonMapper.shared()
            .writeValueAsString(signing.toMake(making.orElseThrow(), institution, person)));
    return "staff/passkey-make";
  }

  @PostMapping("/staff/passkey/new/{ceremony}")
  Object make(
      @PathVariable UUID ceremony,
      @RequestParam(defaultValue = "") String credential,
      HttpServletResponse response,
      Model model) {
    try {
      signing.make(ceremony, credential);
      return Redirect.to("/staff/passkey?made=true");
    } catch (Refused refused) {
      response.setStatus(refused.problem().status().value());
      return switch (refused.problem()) {
        case ENDED -> code("", "over", model);
        case SIGNATURE_REFUSED -> code("", "refused", model);
        default -> throw refused;
      };
    }
  }

  /**
   * @param trouble last part of a text's key; empty for none
   */
  private static String code(String typed, String trouble, Model model) {
    model.addAttribute("code", typed);
    model.addAttribute("trouble", trouble.isEmpty() ? null : trouble);
    return "staff/passkey-code";
  }
}
