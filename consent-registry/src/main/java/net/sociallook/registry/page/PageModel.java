package net.sociallook.registry.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import net.sociallook.registry.session.Sessions;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout needs, for every page. */
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {
  private final Sessions sessions;
  private final Assets assets;
  private final Dates dates;
  private final ActingBanner banner;

  PageModel(Sessions sessions, Assets assets, Dates dates, ActingBanner banner) {
    this.sessions = sessions;
    this.assets = assets;
    this.dates = dates;
    this.banner = banner;
  }

  @ModelAttribute
  void fill(Model model, Locale locale, HttpServletRequest request) {
    String token = sessions.formToken(request).orElse("");
    model.addAttribute("assets", assets);
    model.addAttribute("dates", dates);
    model.addAttribute("language", PageLanguage.of(locale));
    model.addAttribute("languages", PageLanguage.values());
    model.addAttribute("path", pathOf(request));
    model.addAttribute("formToken", token);
    // By the cookie alone: the page that says the database is away must not need it.
    model.addAttribute("signedIn", !token.isEmpty());
    model.addAttribute("acting", token.isEmpty() ? null : banner.of(request).orElse(null));
  }

  /** Where the choice of a language leads back to. */
  private static String pathOf(HttpServletRequest request) {
    if (PageProblems.isShown(request) || !request.getMethod().equals("GET")) {
      return "/";
    }
    String query = request.getQueryString();
    return Redirect.local(request.getRequestURI() + (query == null ? "" : "?" + query));
  }
}
