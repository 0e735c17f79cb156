package net.sociallook.registry.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Parameters;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What clients ask an institution, and its answers. */
@RestController
class InstitutionQuestionController {
  private final Questions questions;
  private final QuestionStore store;
  private final Pseudonyms pseudonyms;

  InstitutionQuestionController(Questions questions, QuestionStore store, Pseudonyms pseudonyms) {
    this.questions = questions;
    this.store = store;
    this.pseudonyms = pseudonyms;
  }

  record AnswerForm(String caseworker, String text) {
    AnswerForm {
      Objects.requireNonNull(caseworker);
      Objects.requireNonNull(text);
    }
  }

  record AnswerView(String text, String caseworker, @Nullable String proof, Instant at) {}

  /**
   * @param patient the institution's own pseudonym of the client
   * @param entry id of the line in the institution's own log
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record QuestionView(
      UUID id,
      String kind,
      @Nullable String patient,
      UUID entry,
      String text,
      Instant askedAt,
      Instant dueAt,
      @Nullable AnswerView answer) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record QuestionList(List<QuestionView> questions, @Nullable UUID next) {}

  @GetMapping("/questions")
  QuestionList list(Caller.Institution caller, @RequestParam MultiValueMap<String, String> given) {
    Parameters parameters = Parameters.of(given, Set.of("state", "after", "count"));
    int count = parameters.count("count");
    List<Question> found =
        store.page(
            caller.id(),
            parameters.text("state").map(InstitutionQuestionController::isAnswered),
            parameters.uuid("after"),
            count + 1);
    return new QuestionList(
        found.stream().limit(count).map(this::view).toList(),
        found.size() > count ? found.get(count - 1).id() : null);
  }

  @GetMapping("/questions/{id}")
  QuestionView read(Caller.Institution caller, @PathVariable UUID id) {
    return view(questions.find(caller.id(), id));
  }

  @PutMapping("/questions/{id}/answer")
  QuestionView answer(
      Caller.Institution caller, @PathVariable UUID id, @RequestBody AnswerForm form) {
    return view(
        questions.answer(
            caller.id(), id, Attested.bySystem(caseworker(form.caseworker())), form.text()));
  }

  private static boolean isAnswered(String state) {
    return switch (state) {
      case "open" -> false;
      case "answered" -> true;
      default ->
          throw new Refused(Problem.MALFORMED, "state: unknown (expected: open or answered)");
    };
  }

  private static CaseworkerId caseworker(String id) {
    try {
      return new CaseworkerId(id);
    } catch (IllegalArgumentException e) {
      throw new Refused(Problem.MALFORMED, "caseworker: no id (expected: one of the directory)");
    }
  }

  private QuestionView view(Question question) {
    Optional<AnswerView> answer =
        question
            .answer()
            .map(one ->
                new AnswerView(
                    one.text(),
                    one.caseworker().value(),
                    one.proof().map(Attested.Proof::code).orElse(null),
                    one.at()));
    return new QuestionView(
        question.id(),
        question.kind().code(),
        pseudonyms.of(question.client(), question.institution()).orElse(null),
        question.entry(),
        question.text(),
        question.askedAt(),
        question.dueAt(),
        answer.orElse(null));
  }
}
