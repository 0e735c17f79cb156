package net.sociallook.registry.page.question;

import java.time.Instant;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.page.Excerpt;
import net.sociallook.registry.question.Question;
import org.jspecify.annotations.Nullable;

/**
 * A question as the page shows it beside its line.
 *
 * @param answer null as long as there is none
 * @param by who answered; the id where the directory does not know the person
 * @param proof code of how it is known who answered; null where it was not kept
 * @param authority to whom she can complain; null where the answer is not overdue
 */
public record AskedLine(
    String kind,
    Excerpt text,
    Instant askedAt,
    Instant dueAt,
    @Nullable Excerpt answer,
    @Nullable String by,
    @Nullable String proof,
    @Nullable Instant answeredAt,
    @Nullable String authority) {

  public static AskedLine of(Question question, Directory directory, @Nullable String authority) {
    return new AskedLine(
        question.kind().code(),
        Excerpt.of(question.text()),
        question.askedAt(),
        question.dueAt(),
        question.answer().map(Question.Answer::text).map(Excerpt::of).orElse(null),
        question
            .answer()
            .map(answer -> nameOf(question.institution(), answer.caseworker(), directory))
            .orElse(null),
        question.answer().flatMap(Question.Answer::proof).map(Attested.Proof::code).orElse(null),
        question.answer().map(Question.Answer::at).orElse(null),
        authority);
  }

  public boolean overdue() {
    return authority != null;
  }

  private static String nameOf(InstitutionId institution, CaseworkerId id, Directory directory) {
    return directory
        .institution(institution)
        .flatMap(one -> one.caseworker(id))
        .map(Institution.Caseworker::name)
        .orElse(id.value());
  }
}
