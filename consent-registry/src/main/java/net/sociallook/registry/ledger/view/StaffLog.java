package net.sociallook.registry.ledger.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the staff of an institution looked at or tried to, and what they did about clients at a
 * desk, newest first, as the institution may.
 */
@Component
public class StaffLog {
  private static final int SHOWN = 50;
  private static final int READ = 200;
  private static final int MOST_READS = 10;

  private final PostgresAccessLog log;

  StaffLog(JdbcClient jdbc) {
    this.log = new PostgresAccessLog(jdbc);
  }

  /**
   * One look. What was not known is null.
   *
   * @param caseworker directory id
   * @param patient the institution's pseudonym of the client
   * @param resources type and id of the first 100 that were released
   * @param status code of {@link Status}
   * @param act where nothing was looked at, but done at a desk: what
   */
  public record Look(
      Instant at,
      @Nullable String caseworker,
      @Nullable String patient,
      @Nullable String holder,
      @Nullable String type,
      @Nullable String interaction,
      List<String> resources,
      String status,
      int released,
      @Nullable Act act) {}

  /**
   * What staff did about a client before whom they sat. What has no place is null.
   *
   * @param code of {@link net.sociallook.registry.ledger.DeskAct}
   * @param proof code of how it is known who did it
   * @param recipient whose grant it was about; null where it was about everybody's
   * @param witness directory id
   */
  public record Act(
      String code, String proof, @Nullable String recipient, @Nullable String witness) {
    private static Act of(AtDesk desk) {
      return new Act(desk.act(), desk.proof(), desk.recipient(), desk.witness());
    }
  }

  /**
   * @param next where to go on, for {@code before}; empty after the last
   */
  public record Part(List<Look> looks, Optional<Long> next) {}

  /**
   * At most 50. It can be fewer, or none, although more follow: only so many records are read.
   *
   * @param caseworker whose alone
   * @param before only records with a smaller number
   */
  public Part part(InstitutionId institution, Optional<String> caseworker, long before) {
    List<Look> looks = new ArrayList<>();
    long reached = before;
    for (int reads = 0; reads < MOST_READS; reads++) {
      List<Access> read = log.ofInstitution(institution, Page.of(reached, READ));
      for (Access one : read) {
        reached = one.sequence();
        if (isOfStaff(one.asked(), institution, caseworker)) {
          looks.add(look(one));
        }
        if (looks.size() == SHOWN) {
          return new Part(looks, Optional.of(reached));
        }
      }
      if (read.size() < READ) {
        return new Part(looks, Optional.empty());
      }
    }
    return new Part(looks, Optional.of(reached));
  }

  /** One look, by the id of its record. */
  public Optional<Look> find(InstitutionId institution, UUID entry) {
    return log.ofRecipient(institution, entry).map(StaffLog::look);
  }

  private static boolean isOfStaff(
      Asked asked, InstitutionId institution, Optional<String> caseworker) {
    return asked.recipient().equals(institution.value())
        && (caseworker.isEmpty() || caseworker.get().equals(asked.caseworker()));
  }

  private static Look look(Access access) {
    Asked asked = access.asked();
    return new Look(
        asked.at(),
        asked.caseworker(),
        asked.recipientPseudonym(),
        asked.holder(),
        asked.type(),
        asked.interaction(),
        access.came().map(Came::released).orElse(List.of()).stream()
            .map(one -> one.type() + "/" + one.id())
            .toList(),
        access.status().code(),
        access.came().map(Came::releasedCount).orElse(0),
        access.desk().map(Act::of).orElse(null));
  }
}
