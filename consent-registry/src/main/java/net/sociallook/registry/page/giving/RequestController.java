package net.sociallook.registry.page.giving;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.page.Excerpt;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.request.RequestsToClient;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody asks. The client says yes to what she likes of it, or no, or nothing. */
@Controller
class RequestController {
  private final RequestsToClient requests;
  private final Offers offers;
  private final Answers answers;
  private final Shown shown;

  RequestController(RequestsToClient requests, Offers offers, Answers answers, Shown shown) {
    this.requests = requests;
    this.offers = offers;
    this.answers = answers;
    this.shown = shown;
  }

  /** Who asks, as it is shown. */
  record Asker(String person, String institution) {}

  @GetMapping("/requests/{id}")
  String show(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam Optional<UUID> choice,
      @RequestParam(defaultValue = "false") boolean checked,
      @RequestParam(defaultValue = "false") boolean documents,
      Model model) {
    RequestsToClient.Request request = find(signedIn, id);
    Choice.About about = new Choice.About.Asked(id, request.institution());
    Offer offer = offers.asked(signedIn, request);
    model.addAttribute("id", id);
    model.addAttribute("state", request.state().name());
    model.addAttribute(
        "asker",
        new Asker(
            shown.lines().caseworker(request.requester()),
            shown.lines().institution(request.institution())));
    model.addAttribute("asked", shown.lines().of(request.open()));
    model.addAttribute("allowed", shown.lines().of(request.given()));
    model.addAttribute("reason", Excerpt.of(request.reason()));
    Shown.Wish wish = new Shown.Wish(choice, checked, documents);
    model.addAttribute("here", wish.at(about.path()));
    model.addAttribute("view", shown.view(signedIn, about, offer, wish));
    return "giving/request";
  }

  @PostMapping("/requests/{id}")
  Redirect answer(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> given) {
    RequestsToClient.Request request = find(signedIn, id);
    return answers.take(signedIn, new Choice.About.Asked(id, request.institution()), given);
  }

  @PostMapping("/requests/{id}/decline")
  Redirect decline(@WithinReach SignedIn signedIn, @PathVariable UUID id) {
    requests.decline(signedIn, find(signedIn, id).id());
    return Redirect.to("/requests/" + id);
  }

  private RequestsToClient.Request find(@WithinReach SignedIn signedIn, UUID id) {
    return requests.find(signedIn, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }
}
