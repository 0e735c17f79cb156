package net.sociallook.registry.page;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import net.sociallook.registry.RegistryProperties;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What a page says of itself when it is printed: where it comes from, and of when it is. */
@ControllerAdvice(basePackageClasses = PaperModel.class)
class PaperModel {
  private final URI origin;
  private final Clock clock;

  PaperModel(RegistryProperties properties, Clock clock) {
    this.origin = properties.page().origin();
    this.clock = clock;
  }

  record Paper(URI origin, Instant at) {}

  @ModelAttribute("paper")
  Paper paper() {
    return new Paper(origin, clock.instant());
  }
}
