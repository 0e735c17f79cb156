package net.sociallook.registry.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.link.PseudonymCipher.Owner;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.Passkey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys of linked clients that institutions have endorsed after linking, or are asked to: those of
 * devices that came later. They stand beside the link, which stays as it is.
 */
@Component
class Replacements {
  private static final String KEYS =
      """
      select r.*, l.pseudonym, sha256(r.salt || p.public_key) as key_hash
      from replacement r
      join passkey p on p.credential_id = r.newer
      join link l on l.client = r.client and l.institution = r.institution
      """;

  private final JdbcClient database;
  private final PseudonymCipher cipher;

  Replacements(JdbcClient database, PseudonymCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /** Whether this institution has endorsed this very key, at linking or later. */
  boolean isEndorsed(InstitutionId institution, Passkey passkey) {
    return database
        .sql(
            """
            select exists (
              select 1 from link where client = :client and institution = :institution
                and credential_id = :credential and endorsement is not null
              union all
              select 1 from replacement where client = :client and institution = :institution
                and newer = :credential and endorsement is not null)\
            """)
        .param("client", passkey.client())
        .param("institution", institution.value())
        .param("credential", passkey.credentialId())
        .query(Boolean.class)
        .single();
  }

  /** Lets the key wait for its endorsement. It takes the place of one that still waits. */
  void accept(Invitations.Invitation invitation, Passkey passkey) {
    database
        .sql(
            "delete from replacement where client = :client and institution = :institution"
                + " and endorsement is null")
        .param("client", passkey.client())
        .param("institution", invitation.institution().value())
        .update();
    database
        .sql(
            "insert into replacement (invitation, client, institution, newer, salt)"
                + " values (:invitation, :client, :institution, :newer, :salt)")
        .param("invitation", invitation.id())
        .param("client", passkey.client())
        .param("institution", invitation.institution().value())
        .param("newer", passkey.credentialId())
        .param("salt", Bytes.random(32))
        .update();
  }

  /** Empty when no device waits under this invitation, or waited. */
  Optional<Links.Accepted> acceptedBy(UUID invitation) {
    return database
        .sql(KEYS + " where r.invitation = :invitation")
        .param("invitation", invitation)
        .query(this::accepted)
        .optional();
  }

  /** The first endorsement stays. */
  void endorse(UUID invitation, String endorsement) {
    database
        .sql(
            "update replacement set endorsement = :endorsement, endorsed_at = :at,"
                + " replaces = :replaces where invitation = :invitation and endorsement is null")
        .param("endorsement", endorsement)
        .param("at", Timestamp.from(Endorsement.issuedAt(endorsement)))
        .param("replaces", replaced(endorsement))
        .param("invitation", invitation)
        .update();
  }

  /** What was said of an access that waited, and is the client's now. */
  void keep(UUID client, Links.Said said) {
    database
        .sql(
            """
            insert into replacement values (:invitation, :client, :institution, :newer, :salt,
              :endorsement, :at, :replaces)\
            """)
        .param("invitation", said.invitation())
        .param("client", client)
        .param("institution", said.institution())
        .param("newer", said.credential())
        .param("salt", said.salt())
        .param("endorsement", said.endorsement())
        .param("at", Timestamp.from(Endorsement.issuedAt(said.endorsement())))
        .param("replaces", replaced(said.endorsement()))
        .update();
  }

  private static byte @Nullable [] replaced(String endorsement) {
    return Endorsement.replaced(endorsement).map(Base64.getUrlDecoder()::decode).orElse(null);
  }

  private Links.Accepted accepted(ResultSet row, int number) throws SQLException {
    UUID client = row.getObject("client", UUID.class);
    InstitutionId institution = new InstitutionId(row.getString("institution"));
    byte[] keyHash = row.getBytes("key_hash");
    return new Links.Accepted(
        client,
        cipher.decrypt(new Owner(client, institution), row.getBytes("pseudonym")),
        Bytes.base64url(keyHash),
        MatchCode.of(keyHash),
        row.getString("endorsement") != null);
  }
}
