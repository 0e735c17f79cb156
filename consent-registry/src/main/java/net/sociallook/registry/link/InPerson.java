package net.sociallook.registry.link;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.passkey.PasskeyStore;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Linking a client who has no device: at the institution, before a witness. As with a passkey she
 * is linked when the institution has endorsed; the hash that it endorses is of the salt alone, so
 * that it vouches for no key.
 */
@Component
public class InPerson {
  private final JdbcClient database;
  private final Clock clock;
  private final Inviting inviting;
  private final Steps steps;

  /** What an acceptance touches, who has a device, and what is kept of it. */
  @Component
  record Steps(Invitations invitations, Links links, PasskeyStore passkeys, LinkRecords records) {}

  InPerson(JdbcClient database, Clock clock, Inviting inviting, Steps steps) {
    this.database = database;
    this.clock = clock;
    this.inviting = inviting;
    this.steps = steps;
  }

  /** Two of one institution's caseworkers, different from each other. */
  public record Present(Attested by, CaseworkerId witness) {
    CaseworkerId caseworker() {
      return by.caseworker();
    }
  }

  /**
   * A new client of this institution, still to be endorsed.
   *
   * @param localId the institution's own number of her
   * @return the invitation, accepted already
   * @throws Refused if the two are not two caseworkers of the institution
   */
  @Transactional
  public UUID link(Institution institution, Present present, Optional<LocalId> localId) {
    boolean two =
        !present.caseworker().equals(present.witness())
            && institution.caseworker(present.caseworker()).isPresent()
            && institution.caseworker(present.witness()).isPresent();
    if (!two) {
      throw new Refused(
          Problem.MALFORMED, "caseworker or witness: wrong (expected: two of the institution)");
    }
    InvitationCode code = open(institution.id(), present.by(), localId);
    UUID client = UUID.randomUUID();
    database
        .sql("insert into client values (:id, :now)")
        .param("id", client)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    UUID record = UUID.randomUUID();
    Invitations.Invitation invitation = take(code, client, record);
    database
        .sql("insert into in_person values (:invitation, :caseworker, :witness)")
        .param("invitation", invitation.id())
        .param("caseworker", present.caseworker().value())
        .param("witness", present.witness().value())
        .update();
    LinkRecords.At here =
        new LinkRecords.At(
            institution.id(), present.by(), client, accepted(invitation).pseudonym());
    steps.records().keep(record, here, new LinkRecords.Act.LinkedHere(present.witness()));
    return invitation.id();
  }

  /**
   * Links a client without a device to the institution that has given her this code. She is told
   * the digits, and says them there.
   *
   * @param desk at which she sits: where she is linked already
   * @throws Refused with {@link Problem#HAS_PASSKEY}, {@link Problem#ENDED}, {@link
   *     Problem#ALREADY_LINKED}, or {@link Problem#MALFORMED} where the caseworker is not the
   *     institution's
   */
  @Transactional
  public Links.Waiting connect(Institution desk, Attested by, UUID client, InvitationCode code) {
    requireNoDevice(client);
    if (desk.caseworker(by.caseworker()).isEmpty()) {
      throw new Refused(
          Problem.MALFORMED, "caseworker: unknown (expected: one of the institution)");
    }
    UUID record = UUID.randomUUID();
    Invitations.Invitation invitation = take(code, client, record);
    Links.Accepted accepted = accepted(invitation);
    steps
        .records()
        .keep(
            record,
            new LinkRecords.At(desk.id(), by, client, steps.links().pseudonym(client, desk.id())),
            new LinkRecords.Act.LinkedElsewhere(invitation.institution()));
    return new Links.Waiting(invitation.institution(), accepted.matchCode());
  }

  /**
   * Whoever has a device decides on it herself, and nobody for her.
   *
   * @throws Refused with {@link Problem#HAS_PASSKEY}
   */
  public void requireNoDevice(UUID client) {
    if (hasDevice(client)) {
      throw new Refused(Problem.HAS_PASSKEY);
    }
  }

  /** Also where she has removed the last one: then an institution helps her back. */
  public boolean hasDevice(UUID client) {
    return steps.passkeys().everHad(client);
  }

  /** Whether this invitation was accepted here, before a witness. */
  public boolean isHere(UUID invitation) {
    return database
        .sql("select exists (select 1 from in_person where invitation = :invitation)")
        .param("invitation", invitation)
        .query(Boolean.class)
        .single();
  }

  private InvitationCode open(InstitutionId institution, Attested by, Optional<LocalId> localId) {
    return localId
        .map(number -> new InvitationCode(inviting.open(institution, by, number).code()))
        .orElseGet(() -> steps.invitations().open(institution, by).code());
  }

  private Invitations.Invitation take(InvitationCode code, UUID client, UUID record) {
    Invitations.Invitation invitation =
        steps.invitations().take(code, client).orElseThrow(() -> new Refused(Problem.ENDED));
    steps.links().acceptInPerson(invitation, client, record);
    return invitation;
  }

  private Links.Accepted accepted(Invitations.Invitation invitation) {
    return steps
        .links()
        .acceptedBy(invitation.id())
        .orElseThrow(() -> new IllegalStateException("link: none (expected: one that waits)"));
  }
}
