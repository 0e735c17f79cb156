package net.sociallook.registry.page.signing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.registry.grant.Giving;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.page.giving.Choice;
import net.sociallook.registry.page.giving.Choices;
import net.sociallook.registry.page.giving.Lines;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words to be signed, and what came of it. The page always tells what is true now, so whoever
 * is unsure loads it again.
 */
@Controller
class SignController {
  private final Choices choices;
  private final Checked checked;
  private final Giving giving;
  private final Lines lines;

  SignController(Choices choices, Checked checked, Giving giving, Lines lines) {
    this.choices = choices;
    this.checked = checked;
    this.giving = giving;
    this.lines = lines;
  }

  @GetMapping("/choices/{id}/sign")
  Object sign(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      Model model,
      HttpServletResponse response) {
    Optional<Choice> choice = choices.find(signedIn, id);
    if (choice.isEmpty()) {
      return gone(response);
    }
    if (choice.get().put().isEmpty()) {
      return Redirect.to("/choices/" + id);
    }
    Giving.Put put = choice.get().put().get();
    if (giving.isSigned(signedIn, put)) {
      return Redirect.to("/choices/" + id + "/given");
    }
    model.addAttribute("id", id);
    Optional<Giving.ToSign> toSign = giving.pending(signedIn, put.proposal());
    if (toSign.isEmpty()) {
      return "signing/ended";
    }
    model.addAttribute("toSign", toSign.get());
    model.addAttribute("words", PageLanguage.ofText(toSign.get().language()));
    model.addAttribute("options", JsonMapper.shared().writeValueAsString(toSign.get().options()));
    return "signing/sign";
  }

  @GetMapping("/choices/{id}/given")
  Object given(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID id,
      Model model,
      HttpServletResponse response) {
    Optional<Choice> choice = choices.find(signedIn, id);
    if (choice.isEmpty()) {
      return gone(response);
    }
    if (choice.get().put().filter(put -> giving.isSigned(signedIn, put)).isEmpty()) {
      return Redirect.to("/choices/" + id + "/sign");
    }
    Optional<Grant> grant = checked.standing(signedIn, choice.get().about().recipient());
    model.addAttribute("recipient", lines.institution(choice.get().about().recipient()));
    model.addAttribute("grant", grant.map(one -> one.version().grant().value()).orElse(null));
    model.addAttribute(
        "lines", lines.of(grant.map(one -> one.provisions().all()).orElse(List.of())));
    model.addAttribute("open", checked.stillOpen(signedIn, choice.get()).orElse(null));
    return "signing/given";
  }

  private static String gone(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "signing/gone";
  }
}
