package net.sociallook.registry.page.recovery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.device.Confirming;
import net.sociallook.registry.device.Regaining;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.InPerson;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.link.Recoveries;
import net.sociallook.registry.link.Recovery;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** An access that waits, seen from itself and from older devices. */
@Controller
class RecoveryController {
  private final Recoveries recoveries;
  private final Answers answers;
  private final Links links;
  private final Directory directory;

  /** What older devices say, and whether there ever was one. */
  @Component
  record Answers(Regaining regaining, Confirming confirming, InPerson inPerson) {}

  RecoveryController(Recoveries recoveries, Answers answers, Links links, Directory directory) {
    this.recoveries = recoveries;
    this.answers = answers;
    this.links = links;
    this.directory = directory;
  }

  /** For the access that waits: what is possible now, when it ends, what to do. */
  @GetMapping("/recovery")
  Object status(SignedIn signedIn, Model model) {
    answers.regaining().completeDue(signedIn.client());
    Optional<Recovery> recovery = recoveries.ofWaiting(signedIn.client());
    if (recovery.isEmpty() || recovery.get().stand().end().isPresent()) {
      return Redirect.to("/");
    }
    if (recovery.get().stand().noticedAt().isEmpty()) {
      return Redirect.to("/arrive/waiting");
    }
    model.addAttribute("recovery", recovery.get());
    model.addAttribute("names", names(recovery.get()));
    model.addAttribute("first", !answers.inPerson().hasDevice(recovery.get().client()));
    model.addAttribute("compare", !links.waiting(signedIn.client()).isEmpty());
    return "recovery/waiting";
  }

  /**
   * For an older device: was it you?
   *
   * @param checking whether it is not known yet that a refused access is over everywhere
   */
  @GetMapping("/recovery/{id}")
  String question(
      SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean checking,
      Model model) {
    answers.regaining().completeDue(signedIn.client());
    Recovery recovery = find(signedIn, id);
    model.addAttribute("recovery", recovery);
    model.addAttribute("names", names(recovery));
    model.addAttribute("checking", checking);
    if (recovery.stand().end().isEmpty()) {
      model.addAttribute(
          "options",
          JsonMapper.shared()
              .writeValueAsString(
                  answers.confirming().options(signedIn.client(), recovery.document())));
    }
    return "recovery/question";
  }

  @PostMapping("/recovery/{id}/refusal")
  Redirect refuse(SignedIn signedIn, @PathVariable UUID id) {
    return switch (answers.regaining().refuse(signedIn.client(), id)) {
      case EffectResult.Effective effective -> Redirect.to("/recovery/" + id);
      case EffectResult.Unknown unknown -> Redirect.to("/recovery/" + id + "?checking=true");
    };
  }

  private Recovery find(SignedIn signedIn, UUID id) {
    return recoveries.find(signedIn.client(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private List<String> names(Recovery recovery) {
    return recovery.institutions().stream()
        .map(id -> directory.institution(id).map(Institution::name).orElse(id.value()))
        .toList();
  }
}
