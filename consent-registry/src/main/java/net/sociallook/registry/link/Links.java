package net.sociallook.registry.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.link.PseudonymCipher.Owner;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.Passkey;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which client is known where. A link counts once the institution has endorsed the client's key.
 */
@Component
public class Links {
  private final JdbcClient database;
  private final PseudonymCipher cipher;

  Links(JdbcClient database, PseudonymCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /**
   * What the inviting institution learns.
   *
   * @param keyHash base64url
   */
  record Accepted(
      UUID client, String pseudonym, String keyHash, String matchCode, boolean endorsed) {}

  /** A link that the institution has not endorsed yet, and the digits to compare. */
  public record Waiting(InstitutionId institution, String matchCode) {}

  /**
   * Makes a link that waits for its endorsement. It takes the place of one that still waits.
   *
   * @throws Refused with {@link Problem#ALREADY_LINKED}
   */
  void accept(Invitations.Invitation invitation, Passkey passkey) {
    accept(
        invitation, passkey.client(), new Key(passkey.credentialId(), passkey.publicKey(), null));
  }

  /**
   * The same for a client without a device: the hash that is endorsed is of the salt alone.
   *
   * @param record of who did it for her
   */
  void acceptInPerson(Invitations.Invitation invitation, UUID client, UUID record) {
    accept(invitation, client, new Key(null, new byte[0], record));
  }

  /** Whose key it is; where there is none, who says so. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  private record Key(byte @Nullable [] credentialId, byte[] publicKey, @Nullable UUID record) {}

  private void accept(Invitations.Invitation invitation, UUID client, Key key) {
    InstitutionId institution = invitation.institution();
    String pseudonym = PseudonymCipher.newPseudonym();
    // Its own salt for every link: with a shared one the hash would tie pseudonyms together.
    byte[] salt = Bytes.random(32);
    int made =
        database
            .sql(
                """
                insert into link (client, institution, invitation, pseudonym, pseudonym_lookup,
                                  credential_id, salt, key_hash, accepted_as)
                values (:client, :institution, :invitation, :pseudonym, :lookup,
                        :credential, :salt, :keyHash, :record)
                on conflict (client, institution) do update
                set invitation = excluded.invitation, pseudonym = excluded.pseudonym,
                    pseudonym_lookup = excluded.pseudonym_lookup,
                    credential_id = excluded.credential_id, salt = excluded.salt,
                    key_hash = excluded.key_hash, accepted_as = excluded.accepted_as
                where link.endorsement is null\
                """)
            .param("client", client)
            .param("institution", institution.value())
            .param("invitation", invitation.id())
            .param("pseudonym", cipher.encrypt(new Owner(client, institution), pseudonym))
            .param("lookup", cipher.lookup(institution, pseudonym))
            .param("credential", key.credentialId(), Types.BINARY)
            .param("salt", salt)
            .param("keyHash", Bytes.sha256(salt, key.publicKey()))
            .param("record", key.record(), Types.OTHER)
            .update();
    if (made == 0) {
      throw new Refused(Problem.ALREADY_LINKED);
    }
  }

  /**
   * Links an access that waits, under the pseudonym that the institution has for the client. The
   * institution finds nobody by it: there it goes on meaning the client herself.
   *
   * @throws Refused with {@link Problem#ALREADY_LINKED}
   */
  void acceptAgain(Invitations.Invitation invitation, Passkey passkey, String pseudonym) {
    InstitutionId institution = invitation.institution();
    byte[] salt = Bytes.random(32);
    int made =
        database
            .sql(
                """
                insert into link (client, institution, invitation, pseudonym, credential_id, salt,
                                  key_hash)
                values (:client, :institution, :invitation, :pseudonym, :credential, :salt,
                        :keyHash)
                on conflict do nothing\
                """)
            .param("client", passkey.client())
            .param("institution", institution.value())
            .param("invitation", invitation.id())
            .param("pseudonym", cipher.encrypt(new Owner(passkey.client(), institution), pseudonym))
            .param("credential", passkey.credentialId())
            .param("salt", salt)
            .param("keyHash", Bytes.sha256(salt, passkey.publicKey()))
            .update();
    if (made == 0) {
      throw new Refused(Problem.ALREADY_LINKED);
    }
  }

  /** What an institution said of a client's key when it linked her. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  record Said(
      UUID invitation, String institution, byte[] credential, byte[] salt, String endorsement) {}

  /** In the order in which the client accepted. */
  List<Said> endorsed(UUID client) {
    return database
        .sql(
            "select l.* from link l join invitation i on i.id = l.invitation"
                + " where l.client = :client and l.endorsement is not null"
                + " order by i.created_at, l.institution")
        .param("client", client)
        .query((row, n) ->
            new Said(
                row.getObject("invitation", UUID.class),
                row.getString("institution"),
                row.getBytes("credential_id"),
                row.getBytes("salt"),
                row.getString("endorsement")))
        .list();
  }

  /**
   * Hash of the first key of the client that this institution endorsed, base64url; empty where she
   * was linked without a device, and has had none since.
   */
  Optional<String> keyHash(UUID client, InstitutionId institution) {
    return database
        .sql("select key_hash from first_key where client = :client and institution = :institution")
        .param("client", client)
        .param("institution", institution.value())
        .query((row, n) -> Bytes.base64url(row.getBytes(1)))
        .optional();
  }

  /** Empty when nobody has accepted the invitation, or a later one took its place. */
  Optional<Accepted> acceptedBy(UUID invitation) {
    return database
        .sql("select * from link where invitation = :invitation")
        .param("invitation", invitation)
        .query(this::read)
        .optional();
  }

  /** The pseudonym under which this institution, with which she is linked, knows the client. */
  String pseudonym(UUID client, InstitutionId institution) {
    return database
        .sql("select * from link where client = :client and institution = :institution")
        .param("client", client)
        .param("institution", institution.value())
        .query(this::read)
        .single()
        .pseudonym();
  }

  /** Completes the link. The first endorsement stays; false for a later one. */
  boolean endorse(UUID invitation, String endorsement) {
    return database
            .sql(
                "update link set endorsement = :endorsement"
                    + " where invitation = :invitation and endorsement is null")
            .param("endorsement", endorsement)
            .param("invitation", invitation)
            .update()
        == 1;
  }

  /**
   * The same for a client without a device; false for any other.
   *
   * @param record of who confirmed it
   */
  boolean endorseInPerson(UUID invitation, String endorsement, UUID record) {
    return database
            .sql(
                "update link set endorsement = :endorsement, endorsed_as = :record"
                    + " where invitation = :invitation and endorsement is null"
                    + " and credential_id is null")
            .param("endorsement", endorsement)
            .param("record", record)
            .param("invitation", invitation)
            .update()
        == 1;
  }

  /** Where the client is linked, in alphabetical order. */
  public List<InstitutionId> of(UUID client) {
    return database
        .sql(
            "select institution from link where client = :client and endorsement is not null"
                + " order by institution")
        .param("client", client)
        .query((row, n) -> new InstitutionId(row.getString("institution")))
        .list();
  }

  /** Of these, where who acts for the client reaches. */
  public List<InstitutionId> of(SignedIn who) {
    return of(who.client()).stream().filter(who.reach()::covers).toList();
  }

  /** Where she, or a device of hers, still has to be confirmed, in alphabetical order. */
  public List<Waiting> waiting(UUID client) {
    return database
        .sql(
            """
            select institution, key_hash from link where client = :client and endorsement is null
            union all
            select r.institution, sha256(r.salt || p.public_key)
            from replacement r join passkey p on p.credential_id = r.newer
            where r.client = :client and r.endorsement is null and p.removed_at is null
            order by institution\
            """)
        .param("client", client)
        .query((row, n) ->
            new Waiting(
                new InstitutionId(row.getString("institution")),
                MatchCode.of(row.getBytes("key_hash"))))
        .list();
  }

  private Accepted read(ResultSet row, int number) throws SQLException {
    UUID client = row.getObject("client", UUID.class);
    InstitutionId institution = new InstitutionId(row.getString("institution"));
    return new Accepted(
        client,
        cipher.decrypt(new Owner(client, institution), row.getBytes("pseudonym")),
        Bytes.base64url(row.getBytes("key_hash")),
        MatchCode.of(row.getBytes("key_hash")),
        row.getString("endorsement") != null);
  }
}
