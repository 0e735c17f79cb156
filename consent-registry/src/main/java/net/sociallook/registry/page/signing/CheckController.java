package net.sociallook.registry.page.signing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.Giving;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.page.giving.Choice;
import net.sociallook.registry.page.giving.Choices;
import net.sociallook.registry.page.giving.Chosen;
import net.sociallook.registry.page.giving.Lines;
import net.sociallook.registry.page.titles.Thing;
import net.sociallook.registry.page.titles.Titles;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the client is about to allow, all of it on one page, before anything is signed. */
@Controller
class CheckController {
  private final Choices choices;
  private final Checked checked;
  private final Giving giving;
  private final Shown shown;

  /** A holder, and those there who must keep silent unless she releases them. */
  record Bound(String id, String name, List<String> people) {}

  /** What the page is made of. */
  @Component("checkShown")
  record Shown(Lines lines, Titles titles, PreviewReader previews, Blocked blocked) {}

  CheckController(Choices choices, Checked checked, Giving giving, Shown shown) {
    this.choices = choices;
    this.checked = checked;
    this.giving = giving;
    this.shown = shown;
  }

  @GetMapping("/choices/{id}")
  Object show(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean unreleased,
      Model model,
      HttpServletResponse response) {
    Optional<Choice> choice = choices.find(signedIn, id);
    if (choice.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      return "signing/gone";
    }
    return switch (checked.chosen(signedIn, choice.get())) {
      case Chosen.Trouble trouble -> Redirect.to(choice.get().about().path());
      case Chosen.Sound(List<Provision> provisions) -> {
        fill(model, signedIn, choice.get(), provisions);
        model.addAttribute("unreleased", unreleased);
        yield "signing/check";
      }
    };
  }

  private void fill(
      Model model, @WithinReach SignedIn signedIn, Choice choice, List<Provision> provisions) {
    InstitutionId recipient = choice.about().recipient();
    Optional<Grant> standing = checked.standing(signedIn, recipient);
    model.addAttribute("id", choice.id());
    model.addAttribute("back", choice.again());
    model.addAttribute("recipient", shown.lines().institution(recipient));
    List<Provision> kept =
        standing.stream()
            .flatMap(grant -> grant.provisions().all().stream())
            .filter(one -> provisions.stream().noneMatch(one::liesWithin))
            .toList();
    // She chose a document by its title, and is to find it again under it.
    Titles.Known titles =
        shown
            .titles()
            .of(
                signedIn,
                Stream.concat(provisions.stream(), kept.stream())
                    .flatMap(one -> Thing.onlyDocument(one).stream())
                    .toList());
    model.addAttribute("lines", shown.lines().of(provisions, titles));
    model.addAttribute("kept", shown.lines().of(kept, titles));
    model.addAttribute("stopped", shown.blocked().by(signedIn, recipient, provisions));
    model.addAttribute(
        "bound", giving.bound(signedIn, recipient, provisions).stream().map(this::bound).toList());
    boolean linked = checked.isLinked(signedIn, recipient, provisions);
    model.addAttribute("linked", linked);
    model.addAttribute(
        "preview", linked ? shown.previews().read(signedIn, choice.about(), provisions) : null);
    model.addAttribute(
        "already",
        checked.isAllowedAlready(standing, provisions)
            ? standing.map(grant -> grant.version().grant().value()).orElse(null)
            : null);
  }

  private Bound bound(Institution holder) {
    return new Bound(
        holder.id().value(),
        shown.lines().institution(holder.id()),
        holder.professionals().stream().map(one -> shown.lines().caseworker(one.id())).toList());
  }

  /** Puts the words before her. Only the last can be signed: pressing twice gives nothing twice. */
  @PostMapping("/choices/{id}")
  Redirect put(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") Set<String> release,
      Locale locale) {
    Optional<Choice> choice = choices.find(signedIn, id);
    if (choice.isEmpty()
        || !(checked.chosen(signedIn, choice.get())
            instanceof Chosen.Sound(List<Provision> provisions))) {
      return Redirect.to("/choices/" + id);
    }
    Optional<Giving.Put> before = choice.get().put();
    before.ifPresent(put -> giving.takeBack(signedIn, put.proposal()));
    if (before.filter(put -> giving.isSigned(signedIn, put)).isPresent()) {
      return Redirect.to("/choices/" + id + "/given");
    }
    InstitutionId recipient = choice.get().about().recipient();
    String language = PageLanguage.of(locale).tag();
    Set<InstitutionId> released =
        release.stream()
            .filter(holder -> !holder.isBlank())
            .map(InstitutionId::new)
            .collect(Collectors.toSet());
    try {
      choices.remember(
          id, giving.put(signedIn, new Giving.Wanted(recipient, provisions, language, released)));
    } catch (Refused refused) {
      if (refused.problem() != Problem.RELEASE_NEEDED) {
        throw refused;
      }
      return Redirect.to("/choices/" + id + "?unreleased=true#release");
    }
    return Redirect.to("/choices/" + id + "/sign");
  }
}
