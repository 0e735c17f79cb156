package net.sociallook.registry.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.link.InvitationCode;
import net.sociallook.registry.passkey.KeyDocument;
import net.sociallook.registry.passkey.Passkey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes for further devices: each good for ten minutes and one device. */
@Component
public class DeviceOffers {
  private static final Duration OPEN = Duration.ofMinutes(10);
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient database;
  private final Clock clock;

  DeviceOffers(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param code the only moment at which it is known
   */
  public record Opened(UUID id, InvitationCode code) {}

  /** A new code. What was open for the same client is over. */
  @Transactional
  public Opened open(UUID client) {
    Instant now = clock.instant();
    database
        .sql("delete from device_offer where expires_at < :before")
        .param("before", Timestamp.from(now.minus(KEPT)))
        .update();
    refuseAll(client);
    Opened opened = new Opened(UUID.randomUUID(), InvitationCode.random());
    database
        .sql(
            "insert into device_offer (id, client, code_hash, expires_at)"
                + " values (:id, :client, :hash, :expiresAt)")
        .param("id", opened.id())
        .param("client", client)
        .param("hash", opened.code().hash())
        .param("expiresAt", Timestamp.from(now.plus(OPEN)))
        .update();
    return opened;
  }

  /** Whatever became of it; of this client alone. */
  public Optional<DeviceOffer> find(UUID client, UUID id) {
    return database
        .sql("select * from device_offer where id = :id and client = :client")
        .param("id", id)
        .param("client", client)
        .query(this::read)
        .optional();
  }

  public Optional<DeviceOffer> find(InvitationCode code) {
    return database
        .sql("select * from device_offer where code_hash = :hash")
        .param("hash", code.hash())
        .query(this::read)
        .optional();
  }

  /** Uses the code up; false when another device did, or when it is over. */
  boolean answer(DeviceOffer offer, DeviceOffer.Answer answer) {
    return database
            .sql(
                """
                update device_offer
                set credential_id = :credential, public_key = :key, sign_count = :count,
                    salt = :salt, document = :document, kind = :kind
                where id = :id and credential_id is null and ended is null and expires_at > :now\
                """)
            .param("credential", answer.passkey().credentialId())
            .param("key", answer.passkey().publicKey())
            .param("count", answer.passkey().signCount())
            .param("salt", answer.salt())
            .param("document", answer.document().canonical())
            .param("kind", answer.kind().orElse(null))
            .param("id", offer.id())
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /**
   * Ends an answered offer, for the one who is to sign it or says no. It counts as refused until
   * {@link #activated}. Empty when it was ended before, or is over.
   */
  public Optional<DeviceOffer.Answer> end(UUID client, UUID id) {
    return database
        .sql(
            """
            update device_offer set ended = 'refused'
            where id = :id and client = :client and ended is null
              and credential_id is not null and expires_at > :now
            returning *\
            """)
        .param("id", id)
        .param("client", client)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) -> answer(row))
        .optional();
  }

  void activated(UUID id) {
    database
        .sql("update device_offer set ended = 'active' where id = :id")
        .param("id", id)
        .update();
  }

  void refuseAll(UUID client) {
    database
        .sql("update device_offer set ended = 'refused' where client = :client and ended is null")
        .param("client", client)
        .update();
  }

  private DeviceOffer read(ResultSet row, int number) throws SQLException {
    boolean answered = row.getBytes("credential_id") != null;
    return new DeviceOffer(
        row.getObject("id", UUID.class),
        row.getObject("client", UUID.class),
        row.getTimestamp("expires_at").toInstant(),
        state(row, answered),
        answered ? Optional.of(answer(row)) : Optional.empty());
  }

  private DeviceOffer.State state(ResultSet row, boolean answered) throws SQLException {
    String ended = row.getString("ended");
    if (ended != null) {
      return ended.equals("active") ? DeviceOffer.State.ACTIVE : DeviceOffer.State.REFUSED;
    }
    if (!clock.instant().isBefore(row.getTimestamp("expires_at").toInstant())) {
      return DeviceOffer.State.EXPIRED;
    }
    return answered ? DeviceOffer.State.ANSWERED : DeviceOffer.State.OPEN;
  }

  private static DeviceOffer.Answer answer(ResultSet row) throws SQLException {
    return new DeviceOffer.Answer(
        new Passkey(
            row.getBytes("credential_id"),
            row.getObject("client", UUID.class),
            row.getBytes("public_key"),
            row.getLong("sign_count")),
        row.getBytes("salt"),
        new KeyDocument(row.getBytes("document")),
        Optional.ofNullable(row.getString("kind")));
  }
}
