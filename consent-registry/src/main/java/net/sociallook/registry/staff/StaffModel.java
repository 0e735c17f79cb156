package net.sociallook.registry.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import net.sociallook.registry.page.Assets;
import net.sociallook.registry.page.Dates;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.page.Texts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout needs, for every page of the staff. */
@ControllerAdvice(basePackageClasses = StaffModel.class)
class StaffModel {
  private final Desks desks;
  private final Assets assets;
  private final Dates dates;

  StaffModel(Desks desks, Assets assets, Dates dates) {
    this.desks = desks;
    this.assets = assets;
    this.dates = dates;
  }

  @ModelAttribute
  void fill(Model model, Locale locale, HttpServletRequest request) {
    model.addAttribute("assets", assets);
    model.addAttribute("dates", dates);
    model.addAttribute("language", PageLanguage.of(locale));
    model.addAttribute("staffLanguages", Texts.STAFF);
    model.addAttribute("path", pathOf(request));
    desks
        .of(request)
        .ifPresent(desk -> {
          model.addAttribute("desk", desk);
          model.addAttribute("formToken", desk.formToken());
        });
  }

  private static String pathOf(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getMethod().equals("GET")
        ? Redirect.local(request.getRequestURI() + (query == null ? "" : "?" + query))
        : "/staff";
  }
}
