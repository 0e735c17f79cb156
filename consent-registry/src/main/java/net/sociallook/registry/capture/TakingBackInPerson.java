package net.sociallook.registry.capture;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.BlockForm;
import net.sociallook.registry.grant.ClientBlocks;
import net.sociallook.registry.grant.ClientGrants;
import net.sociallook.registry.grant.NarrowingForm;
import net.sociallook.registry.grant.Narrowings;
import net.sociallook.registry.grant.TakingBack;
import net.sociallook.registry.link.InPerson;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client without a device takes something back at an institution. It needs no witness, no reason
 * and no signature. The institution learns nothing of what she has allowed others: what was not
 * granted is answered like what was.
 */
@Component
public class TakingBackInPerson {
  private final JdbcClient database;
  private final Clock clock;
  private final InPerson inPerson;
  private final Changes changes;

  /** How each kind is taken back. */
  @Component
  record Changes(
      ClientGrants grants, Narrowings narrowings, ClientBlocks blocks, JsonMapper json) {}

  TakingBackInPerson(JdbcClient database, Clock clock, InPerson inPerson, Changes changes) {
    this.database = database;
    this.clock = clock;
    this.inPerson = inPerson;
    this.changes = changes;
  }

  /** What she takes back. */
  public sealed interface What {
    /** Nobody may do anything until she lifts that block. */
    record Everything() implements What {}

    record Withdrawal(InstitutionId recipient) implements What {}

    record Narrowing(InstitutionId recipient, NarrowingForm form) implements What {}
  }

  /** What is known of it. */
  public enum State {
    /** It is in force at every gateway. */
    IN_FORCE,
    /** It may be in force, or be so soon. */
    CHECKING
  }

  /**
   * Records who says so, and waits until it is in force.
   *
   * @throws Refused with {@link Problem#HAS_PASSKEY}, or {@link Problem#MALFORMED} where the
   *     caseworker is not the institution's or the narrowing says nothing
   */
  public State take(Institution institution, CaseworkerId caseworker, UUID client, What what) {
    inPerson.requireNoDevice(client);
    if (institution.caseworker(caseworker).isEmpty()) {
      throw new Refused(
          Problem.MALFORMED, "caseworker: unknown (expected: one of the institution)");
    }
    return switch (what) {
      case What.Everything everything -> {
        keep(institution, caseworker, client, new Kept("everything", null, null));
        yield stateOf(changes.blocks().set(SignedIn.inPerson(client), BlockForm.everything()));
      }
      case What.Withdrawal(InstitutionId recipient) -> {
        keep(institution, caseworker, client, new Kept("withdrawn", recipient.value(), null));
        yield grantOf(client, recipient)
            .map(grant -> withdraw(client, grant))
            .orElse(State.IN_FORCE);
      }
      case What.Narrowing(InstitutionId recipient, NarrowingForm form) -> {
        String body = changes.json().writeValueAsString(form);
        keep(institution, caseworker, client, new Kept("narrowed", recipient.value(), body));
        yield grantOf(client, recipient)
            .map(grant -> narrow(client, grant, form))
            .orElse(State.IN_FORCE);
      }
    };
  }

  /** What staff have recorded, for the client to see. */
  public record Recorded(InstitutionId institution, CaseworkerId caseworker, Instant at) {}

  /** All that touched what this recipient may do; the newest first. */
  public List<Recorded> recorded(UUID client, InstitutionId recipient) {
    return database
        .sql(
            """
            select institution, caseworker, recorded_at from taken_back_in_person
            where client = :client and (recipient is null or recipient = :recipient)
            order by recorded_at desc, id\
            """)
        .param("client", client)
        .param("recipient", recipient.value())
        .query((row, n) ->
            new Recorded(
                new InstitutionId(row.getString("institution")),
                new CaseworkerId(row.getString("caseworker")),
                row.getTimestamp("recorded_at").toInstant()))
        .list();
  }

  private Optional<UUID> grantOf(UUID client, InstitutionId recipient) {
    return changes.grants().of(SignedIn.inPerson(client)).stream()
        .filter(given -> given.recipient().equals(recipient))
        .map(ClientGrants.Given::id)
        .findFirst();
  }

  private State withdraw(UUID client, UUID grant) {
    return switch (changes.grants().withdraw(SignedIn.inPerson(client), grant)) {
      case ClientGrants.Withdrawal.InForce inForce -> State.IN_FORCE;
      case ClientGrants.Withdrawal.Checking checking -> State.CHECKING;
    };
  }

  private State narrow(UUID client, UUID grant, NarrowingForm form) {
    try {
      return stateOf(changes.narrowings().narrow(SignedIn.inPerson(client), grant, form::applyTo));
    } catch (Refused refused) {
      return switch (refused.problem()) {
        // There was nothing more than that.
        case NOT_WITHIN, GRANT_WITHDRAWN -> State.IN_FORCE;
        default -> throw refused;
      };
    }
  }

  private static State stateOf(TakingBack.Outcome<?> outcome) {
    return switch (outcome) {
      case TakingBack.Outcome.InForce<?> inForce -> State.IN_FORCE;
      case TakingBack.Outcome.Checking<?> checking -> State.CHECKING;
    };
  }

  private record Kept(String what, @Nullable String recipient, @Nullable String body) {}

  private void keep(Institution institution, CaseworkerId caseworker, UUID client, Kept kept) {
    database
        .sql(
            """
            insert into taken_back_in_person values
              (:id, :client, :institution, :caseworker, :what, :recipient, :body::jsonb, :now)\
            """)
        .param("id", UUID.randomUUID())
        .param("client", client)
        .param("institution", institution.id().value())
        .param("caseworker", caseworker.value())
        .param("what", kept.what())
        .param("recipient", kept.recipient())
        .param("body", kept.body())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
