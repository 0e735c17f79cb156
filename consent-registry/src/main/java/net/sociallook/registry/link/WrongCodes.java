package net.sociallook.registry.link;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops who guesses codes: after 20 wrong ones within ten minutes nothing is looked up for that
 * sender until the ten minutes are over, whichever nodes of the registry it was that he asked, and
 * from whichever address of his IPv6 network.
 */
@Component
public class WrongCodes {
  static final int MOST = 20;
  static final Duration WINDOW = Duration.ofMinutes(10);

  /** Takes the place of an institution, so that the hash of an address is no one's pseudonym. */
  private static final InstitutionId NOBODY = new InstitutionId("wrong-codes");

  private final JdbcClient database;
  private final PseudonymCipher cipher;
  private final Clock clock;

  WrongCodes(JdbcClient database, PseudonymCipher cipher, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * @throws Refused with {@link Problem#TOO_MANY_TRIES}
   */
  public void requireFew(HttpServletRequest request) {
    boolean many =
        database
            .sql(
                "select exists (select 1 from wrong_code"
                    + " where sender = :sender and since > :start and tries >= :most)")
            .param("sender", sender(request))
            .param("start", Timestamp.from(start()))
            .param("most", MOST)
            .query(Boolean.class)
            .single();
    if (many) {
      throw new Refused(Problem.TOO_MANY_TRIES);
    }
  }

  public void count(HttpServletRequest request) {
    database
        .sql("delete from wrong_code where since <= :start")
        .param("start", Timestamp.from(start()))
        .update();
    database
        .sql(
            "insert into wrong_code values (:sender, :now, 1)"
                + " on conflict (sender) do update set tries = wrong_code.tries + 1")
        .param("sender", sender(request))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private Instant start() {
    return clock.instant().minus(WINDOW);
  }

  private byte[] sender(HttpServletRequest request) {
    return cipher.lookup(NOBODY, SenderAddress.of(request));
  }
}
