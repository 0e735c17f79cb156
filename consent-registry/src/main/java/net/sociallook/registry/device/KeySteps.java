package net.sociallook.registry.device;

import java.sql.Timestamp;
import java.time.Clock;
import net.sociallook.registry.passkey.Assertion;
import net.sociallook.registry.passkey.KeyDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which older key has endorsed which newer one of the same client. */
@Component
class KeySteps {
  private final JdbcClient database;
  private final Clock clock;

  KeySteps(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param newer credential id; a passkey already
   * @param signed by the older one
   */
  void add(byte[] newer, KeyDocument document, Assertion signed) {
    database
        .sql(
            """
            insert into key_step values
              (:newer, :older, :document, :authenticatorData, :clientData, :signature, :now)\
            """)
        .param("newer", newer)
        .param("older", signed.credentialId())
        .param("document", document.canonical())
        .param("authenticatorData", signed.authenticatorData())
        .param("clientData", signed.clientData())
        .param("signature", signed.signature())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
