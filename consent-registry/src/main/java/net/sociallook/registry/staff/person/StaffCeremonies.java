package net.sociallook.registry.staff.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.Ceremonies;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ceremonies of the staff, each with a challenge that is good for one answer in five minutes. */
@Component
class StaffCeremonies {
  private final JdbcClient database;
  private final Clock clock;

  StaffCeremonies(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Started(UUID id, byte[] challenge) {}

  /** A new passkey that is being made with a code. */
  @SuppressWarnings("ArrayRecordComponent")
  record Making(byte[] challenge, UUID code) {}

  Started startSignIn() {
    return start(null);
  }

  Started startMaking(UUID code) {
    return start(code);
  }

  private Started start(@Nullable UUID code) {
    Timestamp now = Timestamp.from(clock.instant());
    database.sql("delete from staff_ceremony where expires_at < :now").param("now", now).update();
    Started started = new Started(UUID.randomUUID(), Bytes.random(32));
    database
        .sql("insert into staff_ceremony values (:id, :challenge, :code, :expiresAt)")
        .param("id", started.id())
        .param("challenge", started.challenge())
        .param("code", code)
        .param("expiresAt", Timestamp.from(clock.instant().plus(Ceremonies.PATIENCE)))
        .update();
    return started;
  }

  /** Ends a sign-in; empty when it was ended before, is over, or never was. */
  Optional<byte[]> takeSignIn(UUID ceremony) {
    return database
        .sql(
            "delete from staff_ceremony where id = :id and code is null and expires_at > :now"
                + " returning challenge")
        .param("id", ceremony)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) -> row.getBytes("challenge"))
        .optional();
  }

  /** Leaves it as it is. */
  Optional<Making> making(UUID ceremony) {
    return making("select challenge, code from staff_ceremony", ceremony);
  }

  /** Ends it; empty as in {@link #takeSignIn}. */
  Optional<Making> takeMaking(UUID ceremony) {
    return making(
        "with taken as (delete from staff_ceremony where id = :id returning *)"
            + " select challenge, code from taken",
        ceremony);
  }

  private Optional<Making> making(String from, UUID ceremony) {
    return database
        .sql(from + " where id = :id and code is not null and expires_at > :now")
        .param("id", ceremony)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) -> new Making(row.getBytes("challenge"), row.getObject("code", UUID.class)))
        .optional();
  }
}
