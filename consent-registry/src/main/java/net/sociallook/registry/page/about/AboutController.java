package net.sociallook.registry.page.about;

import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@EnableConfigurationProperties(Operator.class)
class AboutController {
  /** When somebody last looked whether the accessibility statement is still true. */
  private static final Instant STATED = Instant.parse("2026-11-22T00:00:00Z");

  private final Operator operator;

  AboutController(Operator operator) {
    this.operator = operator;
  }

  @GetMapping("/help")
  String help() {
    return "about/help";
  }

  @GetMapping("/privacy")
  String privacy(Model model) {
    model.addAttribute("operator", operator);
    return "about/privacy";
  }

  @GetMapping("/accessibility")
  String accessibility(Model model) {
    model.addAttribute("operator", operator);
    model.addAttribute("stated", STATED);
    return "about/accessibility";
  }
}
