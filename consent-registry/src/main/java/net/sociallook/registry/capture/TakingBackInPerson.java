package net.sociallook.registry.capture;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.Alongside;
import net.sociallook.registry.grant.BlockForm;
import net.sociallook.registry.grant.ClientBlocks;
import net.sociallook.registry.grant.ClientGrants;
import net.sociallook.registry.grant.Correct;
import net.sociallook.registry.grant.NarrowingForm;
import net.sociallook.registry.grant.Narrowings;
import net.sociallook.registry.grant.TakingBack;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.ledger.LedgerEntry.AtDesk;
import net.sociallook.registry.ledger.LedgerEntry.Done;
import net.sociallook.registry.link.InPerson;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client without a device takes something back at an institution. It needs no witness, no reason
 * and no signature. The institution learns nothing of what she has allowed others: what was not
 * granted is answered like what was.
 */
@Component
public class TakingBackInPerson {
  private final InPerson inPerson;
  private final Changes changes;
  private final Keeping keeping;

  /** How each kind is taken back. */
  @Component
  record Changes(ClientGrants grants, Narrowings narrowings, ClientBlocks blocks) {}

  /** What is kept of it. */
  @Component
  record Keeping(
      JdbcClient database, DeskRecords records, TransactionTemplate transactions, Clock clock) {}

  TakingBackInPerson(InPerson inPerson, Changes changes, Keeping keeping) {
    this.inPerson = inPerson;
    this.changes = changes;
    this.keeping = keeping;
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
   * Takes back and records who says so, in one transaction; then waits until it is in force.
   *
   * @throws Refused with {@link Problem#HAS_PASSKEY}, or {@link Problem#MALFORMED} where the
   *     caseworker is not the institution's or the narrowing says nothing
   */
  public State take(Institution institution, Attested by, UUID client, What what) {
    inPerson.requireNoDevice(client);
    if (institution.caseworker(by.caseworker()).isEmpty()) {
      throw new Refused(
          Problem.MALFORMED, "caseworker: unknown (expected: one of the institution)");
    }
    return switch (what) {
      case What.Everything everything -> {
        Kept kept = new Kept(DeskAct.EVERYTHING_TAKEN_BACK, null, null);
        yield stateOf(
            changes
                .blocks()
                .set(
                    SignedIn.inPerson(client),
                    BlockForm.everything(),
                    () -> keep(institution, by, client, kept)));
      }
      case What.Withdrawal(InstitutionId recipient) -> {
        Kept kept = new Kept(DeskAct.WITHDRAWN, recipient.value(), null);
        yield withdraw(client, recipient, () -> keep(institution, by, client, kept));
      }
      case What.Narrowing(InstitutionId recipient, NarrowingForm form) -> {
        Correct.orRefused(form::understood);
        Kept kept = new Kept(DeskAct.NARROWED, recipient.value(), form);
        yield narrow(client, recipient, form, () -> keep(institution, by, client, kept));
      }
    };
  }

  /** What staff have recorded, for the client to see. */
  public record Recorded(InstitutionId institution, CaseworkerId caseworker, Instant at) {}

  /** All that touched what this recipient may do; the newest first. */
  public List<Recorded> recorded(UUID client, InstitutionId recipient) {
    return keeping
        .database()
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

  /** There may be nothing to withdraw; that somebody said so is kept all the same. */
  private State withdraw(UUID client, InstitutionId recipient, Alongside kept) {
    Optional<UUID> grant = grantOf(client, recipient);
    if (grant.isEmpty()) {
      return alone(kept);
    }
    return switch (changes.grants().withdraw(SignedIn.inPerson(client), grant.get(), kept)) {
      case ClientGrants.Withdrawal.InForce inForce -> State.IN_FORCE;
      case ClientGrants.Withdrawal.Checking checking -> State.CHECKING;
    };
  }

  private State narrow(UUID client, InstitutionId recipient, NarrowingForm form, Alongside kept) {
    Optional<UUID> grant = grantOf(client, recipient);
    if (grant.isEmpty()) {
      return alone(kept);
    }
    try {
      return stateOf(
          changes.narrowings().narrow(SignedIn.inPerson(client), grant.get(), form::applyTo, kept));
    } catch (Refused refused) {
      return switch (refused.problem()) {
        // There was nothing more than that.
        case NOT_WITHIN, GRANT_WITHDRAWN -> alone(kept);
        default -> throw refused;
      };
    }
  }

  private State alone(Alongside kept) {
    keeping.transactions().executeWithoutResult(status -> kept.happen());
    return State.IN_FORCE;
  }

  private static State stateOf(TakingBack.Outcome<?> outcome) {
    return switch (outcome) {
      case TakingBack.Outcome.InForce<?> inForce -> State.IN_FORCE;
      case TakingBack.Outcome.Checking<?> checking -> State.CHECKING;
    };
  }

  private record Kept(DeskAct act, @Nullable String recipient, @Nullable NarrowingForm form) {
    /** As the table has called it from the start. */
    String what() {
      return act == DeskAct.EVERYTHING_TAKEN_BACK ? "everything" : act.code();
    }

    Done done() {
      Map<String, String> narrowing = form == null ? null : form.given();
      String dropped = form == null ? null : form.drop();
      return new Done(
          act, recipient, dropped == null ? List.of() : List.of(dropped), null, null, narrowing);
    }
  }

  private void keep(Institution institution, Attested by, UUID client, Kept kept) {
    UUID id = UUID.randomUUID();
    NarrowingForm form = kept.form();
    keeping
        .database()
        .sql(
            """
            insert into taken_back_in_person values
              (:id, :client, :institution, :caseworker, :what, :recipient, :body::jsonb, :now)\
            """)
        .param("id", id)
        .param("client", client)
        .param("institution", institution.id().value())
        .param("caseworker", by.caseworker().value())
        .param("what", kept.what())
        .param("recipient", kept.recipient())
        .param("body", form == null ? null : JsonMapper.shared().writeValueAsString(form))
        .param("now", Timestamp.from(keeping.clock().instant()))
        .update();
    DeskRecords records = keeping.records();
    records.keep(new AtDesk(id, client, records.by(institution.id(), by, client), kept.done()));
  }
}
