package net.sociallook.registry.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.passkey.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invitations for people at an institution, who know a client by their own number of her. */
@Component
public class Inviting {
  private static final int NEWEST = 100;
  private static final String COLUMNS =
      """
      select i.id, i.caseworker, i.made_with, i.expires_at, i.recovers, n.local_id,
             case when r.invitation is null then coalesce(l.client, x.client)
                  when r.representative is not null and r.ended_at is null then r.client end as client,
             coalesce(l.pseudonym, known.pseudonym) as pseudonym,
             coalesce(l.key_hash, r.key_hash, sha256(x.salt || p.public_key)) as key_hash,
             coalesce(l.endorsement, r.endorsement, x.endorsement) is not null as linked,
             r.capacity, r.areas, r.ends_at, f.key_hash as replaces, w.waiting, w.ended
      from invitation i
      left join invitation_note n on n.invitation = i.id
      left join link l on l.invitation = i.id
      left join representation r on r.invitation = i.id
      left join replacement x on x.invitation = i.id
      left join passkey p on p.credential_id = x.newer
      left join link known on known.client = coalesce(r.client, x.client)
        and known.institution = i.institution
      left join first_key f on f.client = i.recovers and f.institution = i.institution
      left join recovery w on w.waiting = l.client
      where i.institution = :institution
      """;

  private final JdbcClient database;
  private final Clock clock;
  private final Invitations invitations;
  private final Known known;

  /** What makes rows readable. */
  @Component
  record Known(InvitationNotes notes, PseudonymCipher cipher) {}

  Inviting(JdbcClient database, Clock clock, Invitations invitations, Known known) {
    this.database = database;
    this.clock = clock;
    this.invitations = invitations;
    this.known = known;
  }

  /**
   * @param code the only moment at which it is known
   */
  public record Opened(UUID id, String code) {}

  /** A new invitation. What was open for the same number is over. */
  @Transactional
  public Opened open(InstitutionId institution, Attested by, LocalId localId) {
    Invitations.Opened opened = invitations.open(institution, by);
    known.notes().add(institution, opened.id(), localId);
    return new Opened(opened.id(), opened.code().value());
  }

  /**
   * A new invitation for a client who is linked under this number and has no passkey any more, or
   * none yet; empty when there is none, or more than one.
   */
  @Transactional
  public Optional<Opened> reopen(InstitutionId institution, Attested by, LocalId localId) {
    List<UUID> clients = clientsOf(institution, localId);
    if (clients.size() != 1) {
      return Optional.empty();
    }
    Invitations.Opened opened = invitations.open(institution, by, Optional.of(clients.getFirst()));
    known.notes().add(institution, opened.id(), localId);
    return Optional.of(new Opened(opened.id(), opened.code().value()));
  }

  /** The newest first. */
  public List<Invited> newest(InstitutionId institution) {
    return database
        .sql(COLUMNS + " order by i.created_at desc, i.id limit " + NEWEST)
        .param("institution", institution.value())
        .query((row, n) -> read(institution, row))
        .list();
  }

  public Optional<Invited> find(InstitutionId institution, UUID id) {
    return database
        .sql(COLUMNS + " and i.id = :id")
        .param("institution", institution.value())
        .param("id", id)
        .query((row, n) -> read(institution, row))
        .optional();
  }

  /** The linked clients with this number; more than one if a number was mistaken. */
  public List<UUID> clientsOf(InstitutionId institution, LocalId localId) {
    return known.notes().clientsOf(institution, localId);
  }

  /** The institution's own number of a client; empty where it was never given here. */
  public Optional<String> localIdOf(InstitutionId institution, String pseudonym) {
    return known.notes().ofPseudonym(institution, pseudonym);
  }

  private Invited read(InstitutionId institution, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] note = row.getBytes("local_id");
    Instant expiresAt = row.getTimestamp("expires_at").toInstant();
    Optional<Invited.Accepted> accepted = accepted(institution, row);
    return new Invited(
        id,
        row.getString("caseworker"),
        Optional.ofNullable(row.getString("made_with")),
        Optional.ofNullable(note).map(stored -> known.notes().read(institution, id, stored)),
        accepted.isEmpty()
            ? (clock.instant().isBefore(expiresAt) ? Invited.Phase.OPEN : Invited.Phase.EXPIRED)
            : (row.getBoolean("linked") ? Invited.Phase.LINKED : Invited.Phase.ACCEPTED),
        expiresAt,
        accepted,
        row.getString("capacity") == null
            ? Optional.empty()
            : Optional.of(Representatives.order(row, 0)));
  }

  private static Optional<Invited.Again> again(ResultSet row) throws SQLException {
    if (row.getObject("recovers") == null) {
      return Optional.empty();
    }
    byte[] replaces = row.getBytes("replaces");
    boolean another = replaces != null && !Arrays.equals(replaces, row.getBytes("key_hash"));
    String ended = row.getString("ended");
    String waiting = ended == null ? "waiting" : ended;
    return Optional.of(
        new Invited.Again(
            another ? Optional.of(Bytes.base64url(replaces)) : Optional.empty(),
            row.getObject("waiting") == null ? "full" : waiting));
  }

  private Optional<Invited.Accepted> accepted(InstitutionId institution, ResultSet row)
      throws SQLException {
    UUID client = row.getObject("client", UUID.class);
    if (client == null) {
      return Optional.empty();
    }
    byte[] keyHash = row.getBytes("key_hash");
    return Optional.of(
        new Invited.Accepted(
            known
                .cipher()
                .decrypt(new PseudonymCipher.Owner(client, institution), row.getBytes("pseudonym")),
            Bytes.base64url(keyHash),
            MatchCode.of(keyHash),
            again(row)));
  }
}
