package net.sociallook.registry.staff.question;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.question.Question;
import net.sociallook.registry.question.Questions;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The questions and complaints of clients, and the form of an answer. */
@Controller("staffQuestionsController")
class QuestionsController {
  private static final int SHOWN = 50;
  private static final int MOST_PAGES = 1_000;

  private final Questions questions;
  private final AskedLines lines;

  QuestionsController(Questions questions, AskedLines lines) {
    this.questions = questions;
    this.lines = lines;
  }

  @GetMapping("/staff/questions")
  String open(
      Desk desk,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "false") boolean sent,
      Model model) {
    model.addAttribute("sent", sent);
    return list(desk, questions.open(desk.id(), skipped(page), SHOWN + 1), false, page, model);
  }

  @GetMapping("/staff/questions/answered")
  String answered(Desk desk, @RequestParam(defaultValue = "1") int page, Model model) {
    model.addAttribute("sent", false);
    return list(desk, questions.answered(desk.id(), skipped(page), SHOWN + 1), true, page, model);
  }

  @GetMapping("/staff/questions/{id}")
  String one(Desk desk, @PathVariable UUID id, Model model) {
    return show(desk, questions.find(desk.id(), id), new Tried("", ""), model);
  }

  /** Sending the same answer twice answers once; another one finds the first. */
  @PostMapping("/staff/questions/{id}/answer")
  Object answer(
      Desk desk,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      HttpServletResponse response,
      Model model) {
    try {
      questions.answer(desk.id(), id, desk.attested(), text);
      return Redirect.to("/staff/questions?sent=true");
    } catch (Refused refused) {
      String trouble =
          switch (refused.problem()) {
            case MALFORMED -> text.isBlank() ? "empty" : "long";
            case ENDED -> "ended";
            default -> throw refused;
          };
      boolean late = refused.problem() == Problem.ENDED;
      response.setStatus((late ? Problem.ENDED : Problem.NOT_WITHIN).status().value());
      return show(desk, questions.find(desk.id(), id), new Tried(trouble, text), model);
    }
  }

  /**
   * An answer that was not taken.
   *
   * @param trouble last part of a text's key; empty where there is none
   */
  private record Tried(String trouble, String text) {}

  private String show(Desk desk, Question question, Tried tried, Model model) {
    model.addAttribute("question", lines.line(desk, question));
    model.addAttribute("look", lines.about(desk, question).orElse(null));
    model.addAttribute("trouble", tried.trouble().isEmpty() ? null : tried.trouble());
    model.addAttribute("text", tried.text());
    String sent = tried.text().replace("\r\n", "\n").strip();
    model.addAttribute("length", sent.codePointCount(0, sent.length()));
    return "staff/question";
  }

  private String list(Desk desk, List<Question> found, boolean answered, int page, Model model) {
    model.addAttribute("answered", answered);
    model.addAttribute(
        "questions", found.stream().limit(SHOWN).map(one -> lines.line(desk, one)).toList());
    model.addAttribute("next", found.size() > SHOWN ? page + 1 : null);
    return "staff/questions";
  }

  private static int skipped(int page) {
    if (page < 1 || page > MOST_PAGES) {
      throw new Refused(Problem.NOT_FOUND);
    }
    return (page - 1) * SHOWN;
  }
}
