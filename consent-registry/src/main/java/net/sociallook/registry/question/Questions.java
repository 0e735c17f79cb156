package net.sociallook.registry.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what clients ask, and what institutions answer. */
@Component
public class Questions {
  /** Of one client in a day: enough for everybody, too little to flood an institution. */
  static final int MOST_A_DAY = 10;

  private static final Duration ANSWERED = Duration.ofDays(30);
  private static final Duration WAITING = Duration.ofDays(365);
  private static final int MOST_RECENT = 20;

  private final QuestionStore store;
  private final Directory directory;
  private final Clock clock;

  Questions(QuestionStore store, Directory directory, Clock clock) {
    this.store = store;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * What a client wants to know.
   *
   * @param id drawn by whoever shows the form
   * @param institution that is to answer
   * @param entry id of the line of her log
   */
  public record Wish(
      UUID id, UUID client, InstitutionId institution, UUID entry, Question.Kind kind) {}

  /** What became of asking. */
  public enum Asked {
    DONE,
    EMPTY_OR_TOO_LONG,
    TOO_MANY
  }

  /** Asks; the same id again changes nothing. That the line is hers is for the caller to know. */
  @Transactional
  public Asked ask(Wish wish, String text) {
    String words;
    try {
      words = Words.checked(text, Words.MOST);
    } catch (IllegalArgumentException e) {
      return Asked.EMPTY_OR_TOO_LONG;
    }
    Instant now = clock.instant();
    store.lock(wish.client());
    if (store.isThere(wish.id())) {
      return Asked.DONE;
    }
    if (store.askedSince(wish.client(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
      return Asked.TOO_MANY;
    }
    store.add(
        new Question(
            wish.id(),
            wish.client(),
            wish.institution(),
            wish.entry(),
            wish.kind(),
            words,
            now,
            Question.dueAfter(now),
            Optional.empty()));
    return Asked.DONE;
  }

  /** About these lines of the client's log, the oldest first. */
  @Transactional(readOnly = true)
  public List<Question> about(UUID client, List<UUID> entries) {
    return store.about(client, entries);
  }

  /**
   * What a client was answered within the last 30 days, the newest first; then what still waits for
   * an answer and was asked within a year, the one that is due first before all others. At most 20.
   */
  @Transactional(readOnly = true)
  public List<Question> recent(UUID client) {
    Instant now = clock.instant();
    return store.ofClient(client, now.minus(ANSWERED), now.minus(WAITING), MOST_RECENT);
  }

  /**
   * Answers once and for all; the same answer again changes nothing.
   *
   * @throws Refused if there is no such question, if the answer is not sound, or with {@link
   *     Problem#ENDED} if another one was given
   */
  @Transactional
  public Question answer(InstitutionId institution, UUID id, Attested by, String text) {
    CaseworkerId caseworker = by.caseworker();
    if (directory.institution(institution).flatMap(one -> one.caseworker(caseworker)).isEmpty()) {
      throw new Refused(
          Problem.MALFORMED, "caseworker: unknown (expected: a caseworker of the institution)");
    }
    String words = checked(text);
    Question asked = find(institution, id);
    store.answer(
        id, new Question.Answer(words, caseworker, Optional.of(by.proof()), clock.instant()));
    Question answered = find(institution, asked.id());
    boolean mine =
        answered
            .answer()
            .filter(one -> one.text().equals(words) && one.caseworker().equals(caseworker))
            .isPresent();
    if (!mine) {
      throw new Refused(Problem.ENDED);
    }
    return answered;
  }

  /** At most so many that wait for an answer, the one that is due first before all others. */
  @Transactional(readOnly = true)
  public List<Question> open(InstitutionId institution, int skip, int count) {
    return store.open(institution, skip, count);
  }

  /** At most so many that were answered, the last one first. */
  @Transactional(readOnly = true)
  public List<Question> answered(InstitutionId institution, int skip, int count) {
    return store.answered(institution, skip, count);
  }

  /**
   * @throws Refused if the institution was not asked this
   */
  public Question find(InstitutionId institution, UUID id) {
    return store.find(institution, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private static String checked(String text) {
    try {
      return Words.checked(text, Words.MOST_OF_ANSWER);
    } catch (IllegalArgumentException e) {
      throw new Refused(Problem.MALFORMED, String.valueOf(e.getMessage()));
    }
  }
}
