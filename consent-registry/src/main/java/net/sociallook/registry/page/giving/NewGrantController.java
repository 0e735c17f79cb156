package net.sociallook.registry.page.giving;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The client allows something that nobody has asked for, or more than before. */
@Controller
class NewGrantController {
  private final Offers offers;
  private final Answers answers;
  private final Shown shown;
  private final Links links;

  NewGrantController(Offers offers, Answers answers, Shown shown, Links links) {
    this.offers = offers;
    this.answers = answers;
    this.shown = shown;
    this.links = links;
  }

  /** An institution to choose. */
  record Place(String id, String name, boolean chosen) {}

  @GetMapping("/grants/new")
  String show(
      @WithinReach SignedIn signedIn,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "") String holder,
      @RequestParam Optional<UUID> choice,
      @RequestParam(defaultValue = "false") boolean checked,
      @RequestParam(defaultValue = "false") boolean documents,
      Model model) {
    List<InstitutionId> linked = links.of(signedIn);
    List<InstitutionId> holders = offers.holders(linked);
    Optional<InstitutionId> to = among(linked, recipient);
    Optional<InstitutionId> named = among(holders, holder);
    Optional<InstitutionId> from =
        named.or(() -> onlyOther(holders, to)).filter(id -> !to.equals(Optional.of(id)));
    if (to.isEmpty() || from.isEmpty()) {
      model.addAttribute("recipients", places(linked, recipient));
      model.addAttribute("holders", places(holders, holder));
      model.addAttribute("enough", linked.size() > 1 && !holders.isEmpty());
      model.addAttribute("same", to.isPresent() && to.equals(named));
      model.addAttribute(
          "unknown", to.isEmpty() && !recipient.isEmpty() || named.isEmpty() && !holder.isEmpty());
      return "giving/places";
    }
    Choice.About about = new Choice.About.Own(to.get(), from.get());
    Offer offer = offers.of(signedIn, about);
    model.addAttribute("recipient", shown.lines().institution(to.get()));
    model.addAttribute("holder", shown.lines().institution(from.get()));
    model.addAttribute("instead", named.isEmpty() && !holder.isEmpty());
    Shown.Wish wish = new Shown.Wish(choice, checked, documents);
    model.addAttribute("here", wish.at(about.path()));
    model.addAttribute("view", shown.view(signedIn, about, offer, wish));
    return "giving/new";
  }

  @PostMapping("/grants/new")
  Redirect answer(
      @WithinReach SignedIn signedIn,
      @RequestParam String recipient,
      @RequestParam String holder,
      @RequestParam MultiValueMap<String, String> given) {
    List<InstitutionId> linked = links.of(signedIn);
    Choice.About about =
        new Choice.About.Own(required(linked, recipient), required(offers.holders(linked), holder));
    return answers.take(signedIn, about, given);
  }

  private static InstitutionId required(List<InstitutionId> linked, String id) {
    return among(linked, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private static Optional<InstitutionId> among(List<InstitutionId> linked, String id) {
    return linked.stream().filter(one -> one.value().equals(id)).findFirst();
  }

  private static Optional<InstitutionId> onlyOther(
      List<InstitutionId> holders, Optional<InstitutionId> recipient) {
    List<InstitutionId> others =
        holders.stream().filter(one -> !Optional.of(one).equals(recipient)).toList();
    return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
  }

  private List<Place> places(List<InstitutionId> linked, String chosen) {
    return linked.stream()
        .map(id -> new Place(id.value(), shown.lines().institution(id), id.value().equals(chosen)))
        .toList();
  }
}
