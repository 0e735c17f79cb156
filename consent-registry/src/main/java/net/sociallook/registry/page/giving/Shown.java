package net.sociallook.registry.page.giving;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Component;

/** What pages with switches are shown with. */
@Component
record Shown(Switches switches, Lines lines, Choices choices) {

  /** What the client had ticked before; empty where that was about something else. */
  Optional<Choice> of(SignedIn signedIn, Optional<UUID> choice, Choice.About about) {
    return choice
        .flatMap(id -> choices.find(signedIn.client(), id))
        .filter(found -> found.about().equals(about));
  }
}
