package net.sociallook.registry.page;

import jakarta.servlet.http.HttpServletResponse;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The choice of a language, in the header of every page. */
@Controller
class LanguageController {
  private final LanguageChoice choice;

  LanguageController(LanguageChoice choice) {
    this.choice = choice;
  }

  @PostMapping({"/language", "/staff/language"})
  Redirect choose(
      @RequestParam String language, @RequestParam String back, HttpServletResponse response) {
    choice.choose(
        response, PageLanguage.ofTag(language).orElseThrow(() -> new Refused(Problem.MALFORMED)));
    return Redirect.backTo(back);
  }
}
