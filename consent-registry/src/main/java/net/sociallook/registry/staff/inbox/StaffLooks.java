package net.sociallook.registry.staff.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import net.sociallook.registry.directory.Attested;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With which tokens staff look here, so that the client's log says how it is known who it was. */
@Component
class StaffLooks {
  private final JdbcClient database;
  private final Clock clock;

  StaffLooks(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Before the token is used.
   *
   * @param token its {@code jti}
   */
  void remember(UUID token, Attested by) {
    database
        .sql("insert into staff_look values (:token, :caseworker, :proof, :now)")
        .param("token", token)
        .param("caseworker", by.caseworker().value())
        .param("proof", by.proof().code())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
