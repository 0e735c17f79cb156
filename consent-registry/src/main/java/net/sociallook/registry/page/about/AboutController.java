package net.sociallook.registry.page.about;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class AboutController {

  @GetMapping("/help")
  String help() {
    return "about/help";
  }

  @GetMapping("/privacy")
  String privacy() {
    return "about/privacy";
  }

  @GetMapping("/accessibility")
  String accessibility() {
    return "about/accessibility";
  }
}
