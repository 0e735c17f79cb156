package net.sociallook.registry.link;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which of its clients an institution has invited, readable for nobody else. */
@Component
class InvitationNotes {
  private final JdbcClient database;
  private final PseudonymCipher cipher;

  InvitationNotes(JdbcClient database, PseudonymCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /** Takes part in the caller's transaction, and ends earlier invitations that are still open. */
  void add(InstitutionId institution, UUID invitation, LocalId localId) {
    byte[] lookup = lookup(institution, localId);
    database
        .sql("select pg_advisory_xact_lock(hashtextextended(encode(:lookup, 'hex'), 55))")
        .param("lookup", lookup)
        .query((row, n) -> true)
        .single();
    database
        .sql(
            """
            update invitation set expires_at = created_at
            where client is null and expires_at > now() and institution = :institution
              and id in (select invitation from invitation_note where lookup = :lookup)\
            """)
        .param("institution", institution.value())
        .param("lookup", lookup)
        .update();
    database
        .sql("insert into invitation_note values (:invitation, :localId, :lookup)")
        .param("invitation", invitation)
        .param("localId", cipher.encrypt(owner(institution, invitation), localId.value()))
        .param("lookup", lookup)
        .update();
  }

  String read(InstitutionId institution, UUID invitation, byte[] stored) {
    return cipher.decrypt(owner(institution, invitation), stored);
  }

  /** The clients who are linked under this number; more than one if a number was mistaken. */
  List<UUID> clientsOf(InstitutionId institution, LocalId localId) {
    return database
        .sql(
            "select l.client from link l join invitation_note n on n.invitation = l.invitation"
                + " where n.lookup = :lookup and l.endorsement is not null"
                + " and l.pseudonym_lookup is not null")
        .param("lookup", lookup(institution, localId))
        .query(UUID.class)
        .list();
  }

  Optional<String> ofPseudonym(InstitutionId institution, String pseudonym) {
    return database
        .sql(
            "select n.invitation, n.local_id from link l"
                + " join invitation_note n on n.invitation = l.invitation"
                + " where l.pseudonym_lookup = :lookup")
        .param("lookup", cipher.lookup(institution, pseudonym))
        .query((row, n) ->
            read(institution, row.getObject("invitation", UUID.class), row.getBytes("local_id")))
        .optional();
  }

  private byte[] lookup(InstitutionId institution, LocalId localId) {
    return cipher.lookup(institution, "local-id " + localId.value());
  }

  /** No client is known yet; the invitation's id takes her place. */
  private static PseudonymCipher.Owner owner(InstitutionId institution, UUID invitation) {
    return new PseudonymCipher.Owner(invitation, institution);
  }
}
