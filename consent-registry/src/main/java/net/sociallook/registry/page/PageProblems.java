package net.sociallook.registry.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.sociallook.registry.web.PageForward;
import net.sociallook.registry.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What went wrong, as a page. It cannot be asked for: requests are forwarded here by the package
 * {@code web}, which decides what went wrong.
 */
@Controller
class PageProblems {

  @RequestMapping(PageForward.PATH)
  Object show(HttpServletRequest request, HttpServletResponse response, Model model) {
    Problem problem = PageForward.problemOf(request).orElse(Problem.NOT_FOUND);
    if (problem == Problem.NO_SESSION) {
      return SignInAddress.after(request);
    }
    response.setStatus(problem.status().value());
    model.addAttribute("kind", kindOf(problem));
    return PageForward.isOfStaff(request) ? staff(problem, model) : "page/problem";
  }

  private static String staff(Problem problem, Model model) {
    model.addAttribute("unknown", problem == Problem.UNKNOWN_CALLER);
    return "staff/problem";
  }

  static boolean isShown(HttpServletRequest request) {
    return PageForward.problemOf(request).isPresent();
  }

  /** Key of the texts. */
  private static String kindOf(Problem problem) {
    return switch (problem.status()) {
      case NOT_FOUND, METHOD_NOT_ALLOWED -> "not-found";
      case SERVICE_UNAVAILABLE -> "unavailable";
      case INTERNAL_SERVER_ERROR -> "internal";
      case CONTENT_TOO_LARGE -> "too-large";
      default -> "refused";
    };
  }
}
