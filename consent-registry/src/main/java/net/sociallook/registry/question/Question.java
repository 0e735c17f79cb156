package net.sociallook.registry.question;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;

/**
 * One question or complaint.
 *
 * @param entry id of the ledger record it is about
 * @param dueAt when the answer is due, see {@link #dueAfter}
 */
public record Question(
    UUID id,
    UUID client,
    InstitutionId institution,
    UUID entry,
    Kind kind,
    String text,
    Instant askedAt,
    Instant dueAt,
    Optional<Answer> answer) {

  /** What the client wants of the institution. */
  public enum Kind {
    QUESTION,
    COMPLAINT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What the institution says.
   *
   * @param proof how it is known that it was this caseworker; empty in old answers
   */
  public record Answer(
      String text, CaseworkerId caseworker, Optional<Attested.Proof> proof, Instant at) {}

  /**
   * One month later, on the calendar of Berlin.
   *
   * @see <a href="https://eur-lex.europa.eu/eli/reg/2016/679/oj">GDPR Art. 12 (3)</a>
   */
  static Instant dueAfter(Instant askedAt) {
    return askedAt.atZone(ZoneId.of("Europe/Berlin")).plusMonths(1).toInstant();
  }
}
