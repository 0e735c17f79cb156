package net.sociallook.registry.staff.question;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.ledger.view.StaffLog;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.question.Question;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.staff.Spoken;
import net.sociallook.registry.staff.log.LookLines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions as the staff see them, with the line of the log that they are about. */
@Component
class AskedLines {
  private final Pseudonyms pseudonyms;
  private final Spoken spoken;
  private final Looks looks;
  private final Clock clock;

  AskedLines(Pseudonyms pseudonyms, Spoken spoken, Looks looks, Clock clock) {
    this.pseudonyms = pseudonyms;
    this.spoken = spoken;
    this.looks = looks;
    this.clock = clock;
  }

  /** Where the lines of the log come from. */
  @Component
  record Looks(StaffLog log, LookLines lines) {}

  /**
   * @param kind last part of a text's key
   * @param overdue whether the day has passed on which the answer was due
   */
  record Line(
      UUID id,
      String kind,
      String client,
      String text,
      Instant askedAt,
      Instant dueAt,
      boolean overdue,
      @Nullable Answered answer) {}

  /**
   * @param proof last part of a text's key; null where it was not kept
   */
  record Answered(String text, String person, @Nullable String proof, Instant at) {}

  Line line(Desk desk, Question question) {
    boolean open = question.answer().isEmpty();
    return new Line(
        question.id(),
        question.kind().code(),
        pseudonyms
            .of(question.client(), desk.id())
            .map(pseudonym -> spoken.client(desk.id(), pseudonym))
            .orElse("–"),
        question.text(),
        question.askedAt(),
        question.dueAt(),
        open && question.dueAt().isBefore(clock.instant()),
        question.answer().map(answer -> answered(desk, answer)).orElse(null));
  }

  /** Empty where the record has been erased. */
  Optional<LookLines.Line> about(Desk desk, Question question) {
    return looks
        .log()
        .find(desk.id(), question.entry())
        .map(look -> looks.lines().line(desk, look));
  }

  private static Answered answered(Desk desk, Question.Answer answer) {
    return new Answered(
        answer.text(),
        desk.institution()
            .caseworker(answer.caseworker())
            .map(Institution.Caseworker::name)
            .orElse(answer.caseworker().value()),
        answer.proof().map(Attested.Proof::code).orElse(null),
        answer.at());
  }
}
