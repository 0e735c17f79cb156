package net.sociallook.registry.page.giving;

import java.util.Optional;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Takes in a form with switches, and says where it goes from there: on, or back to the same page,
 * filled in by a preset, or with the lists of documents that it had or is to have.
 */
@Component
class Answers {
  private final Offers offers;
  private final Choices choices;

  Answers(Offers offers, Choices choices) {
    this.offers = offers;
    this.choices = choices;
  }

  /**
   * @throws Refused where no form of ours could have sent it
   */
  Redirect take(SignedIn who, Choice.About about, MultiValueMap<String, String> given) {
    Offer offer = offers.of(who, about);
    Choice.Form form = FormReader.read(given);
    String listed = given.containsKey("listed") ? "&documents=true" : "";
    if (given.containsKey("documents")) {
      return Redirect.to(choices.add(who, about, form).again() + "&documents=true#documents");
    }
    Optional<String> preset = Optional.ofNullable(given.getFirst("preset"));
    if (preset.isPresent()) {
      Preset wanted =
          preset.flatMap(Preset::ofCode).orElseThrow(() -> new Refused(Problem.MALFORMED));
      Choice choice = choices.add(who, about, form.ticking(wanted.ticks(offer)));
      return Redirect.to(choice.again() + listed + "#switches");
    }
    Chosen chosen = Chosen.of(offer, form);
    Choice choice = choices.add(who, about, form);
    return switch (chosen) {
      case Chosen.Sound sound -> Redirect.to("/choices/" + choice.id());
      case Chosen.Trouble trouble ->
          Redirect.to(choice.again() + listed + "&checked=true#switches");
    };
  }
}
