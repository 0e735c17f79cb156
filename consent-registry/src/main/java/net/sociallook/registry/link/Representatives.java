package net.sociallook.registry.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.link.PseudonymCipher.Owner;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.Passkey;
import net.sociallook.registry.reach.Area;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.reach.Order;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is to act for a client, and has an institution's word for it. Takes part in the caller's
 * transaction.
 */
@Component
class Representatives {
  private final JdbcClient database;
  private final PseudonymCipher cipher;
  private final Clock clock;

  Representatives(JdbcClient database, PseudonymCipher cipher, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * Somebody who accepted an invitation to act for a client.
   *
   * @param link with the pseudonym of the client, the hash of the representative's key, and whether
   *     it is endorsed
   */
  record Accepted(Links.Accepted link, Order order) {}

  /** Makes an invitation one for a representative of this client. */
  void prepare(InstitutionId institution, UUID invitation, UUID client, Order order) {
    database
        .sql(
            """
            insert into representation (invitation, institution, client, capacity, areas, ends_at)
            values (:invitation, :institution, :client, :capacity, :areas, :until)\
            """)
        .param("invitation", invitation)
        .param("institution", institution.value())
        .param("client", client)
        .param("capacity", order.capacity().code())
        .param("areas", order.areas().stream().map(Area::code).toArray(String[]::new))
        .param("until", Timestamp.from(order.until()))
        .update();
  }

  /** What the invitation was made for; empty where a client was invited. */
  Optional<Order> orderOf(UUID invitation) {
    return database
        .sql("select * from representation where invitation = :invitation")
        .param("invitation", invitation)
        .query(Representatives::order)
        .optional();
  }

  /**
   * Lets somebody wait for the endorsement of her passkey; false where a client was invited.
   *
   * @throws Refused with {@link Problem#ALREADY_LINKED} where she is that client herself
   */
  boolean accept(Invitations.Invitation invitation, Passkey passkey) {
    Optional<UUID> client =
        database
            .sql("select client from representation where invitation = :invitation")
            .param("invitation", invitation.id())
            .query(UUID.class)
            .optional();
    if (client.isEmpty()) {
      return false;
    }
    if (client.get().equals(passkey.client())) {
      throw new Refused(Problem.ALREADY_LINKED);
    }
    byte[] salt = Bytes.random(32);
    database
        .sql(
            """
            update representation
            set representative = :person, credential_id = :credential, salt = :salt,
                key_hash = :keyHash
            where invitation = :invitation and representative is null\
            """)
        .param("person", passkey.client())
        .param("credential", passkey.credentialId())
        .param("salt", salt)
        .param("keyHash", Bytes.sha256(salt, passkey.publicKey()))
        .param("invitation", invitation.id())
        .update();
    return true;
  }

  /** Empty where nobody has accepted, a client was invited, or the role was ended. */
  Optional<Accepted> acceptedBy(UUID invitation) {
    return database
        .sql(
            """
            select r.*, l.pseudonym from representation r
            join link l on l.client = r.client and l.institution = r.institution
            where r.invitation = :invitation and r.representative is not null
              and r.ended_at is null and l.endorsement is not null\
            """)
        .param("invitation", invitation)
        .query(this::accepted)
        .optional();
  }

  /** The first endorsement stays. */
  void endorse(UUID invitation, String endorsement) {
    database
        .sql(
            "update representation set endorsement = :endorsement, endorsed_at = :now"
                + " where invitation = :invitation and endorsement is null and ended_at is null")
        .param("endorsement", endorsement)
        .param("now", Timestamp.from(clock.instant()))
        .param("invitation", invitation)
        .update();
  }

  /** Where her key still has to be confirmed. */
  List<Links.Waiting> waiting(UUID person) {
    return database
        .sql(
            "select institution, key_hash from representation where representative = :person"
                + " and endorsement is null and ended_at is null and ends_at > :now"
                + " order by institution")
        .param("person", person)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) ->
            new Links.Waiting(
                new InstitutionId(row.getString("institution")),
                MatchCode.of(row.getBytes("key_hash"))))
        .list();
  }

  /** Who acted; empty where there is nothing to end. */
  Optional<UUID> end(UUID invitation, String by) {
    return database
        .sql(
            "update representation set ended_at = :now, ended_by = :by"
                + " where invitation = :invitation and ended_at is null and"
                + " representative is not null returning representative")
        .param("now", Timestamp.from(clock.instant()))
        .param("by", by)
        .param("invitation", invitation)
        .query(UUID.class)
        .optional();
  }

  /** All roles that were endorsed for this passkey, or wait for it. */
  void endWith(byte[] credential) {
    database
        .sql(
            "update representation set ended_at = :now, ended_by = 'representative'"
                + " where credential_id = :credential and ended_at is null and ends_at > :now")
        .param("now", Timestamp.from(clock.instant()))
        .param("credential", credential)
        .update();
  }

  private Accepted accepted(ResultSet row, int number) throws SQLException {
    UUID client = row.getObject("client", UUID.class);
    InstitutionId institution = new InstitutionId(row.getString("institution"));
    byte[] keyHash = row.getBytes("key_hash");
    return new Accepted(
        new Links.Accepted(
            client,
            cipher.decrypt(new Owner(client, institution), row.getBytes("pseudonym")),
            Bytes.base64url(keyHash),
            MatchCode.of(keyHash),
            row.getString("endorsement") != null),
        order(row, number));
  }

  static Order order(ResultSet row, int number) throws SQLException {
    String[] areas = (String[]) row.getArray("areas").getArray();
    Instant until = row.getTimestamp("ends_at").toInstant();
    return new Order(
        Capacity.ofCode(row.getString("capacity")),
        Arrays.stream(areas).map(Area::ofCode).toList(),
        until);
  }
}
