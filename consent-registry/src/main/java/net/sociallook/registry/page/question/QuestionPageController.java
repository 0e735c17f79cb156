package net.sociallook.registry.page.question;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.ledger.view.ClientLog;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.question.Question;
import net.sociallook.registry.question.Questions;
import net.sociallook.registry.question.SupervisionProperties;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A question or a complaint about one line of the log. */
@Controller
class QuestionPageController {
  private final ClientLog log;
  private final Questions questions;
  private final SupervisionProperties supervision;

  QuestionPageController(ClientLog log, Questions questions, SupervisionProperties supervision) {
    this.log = log;
    this.questions = questions;
    this.supervision = supervision;
  }

  @GetMapping("/log/{entry}/{kind:question|complaint}")
  String form(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID entry,
      @PathVariable String kind,
      Model model) {
    return show(find(signedIn, entry), kind, model);
  }

  /**
   * @param question id drawn with the form, so that sending it twice asks once
   */
  @PostMapping("/log/{entry}/{kind:question|complaint}")
  Object ask(
      @WithinReach SignedIn signedIn,
      @PathVariable UUID entry,
      @PathVariable String kind,
      @RequestParam UUID question,
      @RequestParam String text,
      Model model,
      HttpServletResponse response) {
    ClientEntry about = find(signedIn, entry);
    Questions.Asked asked =
        questions.ask(
            new Questions.Wish(
                question,
                signedIn.client(),
                new InstitutionId(about.recipient().id()),
                entry,
                Question.Kind.valueOf(kind.toUpperCase(Locale.ROOT))),
            text);
    return switch (asked) {
      case DONE -> Redirect.to("/log/" + entry + "?asked=" + kind);
      case EMPTY_OR_TOO_LONG -> again("text", 422, show(about, kind, model), text, model, response);
      case TOO_MANY -> again("many", 429, show(about, kind, model), text, model, response);
    };
  }

  private static String again(
      String trouble, int status, String view, String text, Model model, HttpServletResponse to) {
    to.setStatus(status);
    model.addAttribute("trouble", trouble);
    model.addAttribute("text", text);
    model.addAttribute("length", text.strip().codePointCount(0, text.strip().length()));
    return view;
  }

  private String show(ClientEntry about, String kind, Model model) {
    model.addAttribute("entry", about);
    model.addAttribute("kind", kind);
    model.addAttribute("question", UUID.randomUUID());
    model.addAttribute("text", "");
    model.addAttribute("trouble", null);
    model.addAttribute("authority", supervision.of(new InstitutionId(about.recipient().id())));
    return "question/ask";
  }

  /** What she looked at herself needs no answer. */
  private ClientEntry find(@WithinReach SignedIn signedIn, UUID entry) {
    return log.find(signedIn, entry)
        .filter(
            one -> !"PATRQT".equals(one.purpose()) || !one.recipient().id().equals("client-page"))
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }
}
