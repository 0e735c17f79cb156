package net.sociallook.registry.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A phone whose passkey is about to be removed, in transactions that are held open. */
public record RemovedKey(RunningRegistry registry, Phone phone) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Removes the passkey as far as the commit, and waits until the other waits for it. */
  public Answer whileItIsRemoved(Supplier<Answer> action) {
    byte[] credential = credential();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    transaction()
        .executeWithoutResult(open -> {
          registry
              .bean(JdbcClient.class)
              .sql("update passkey set removed_at = now() where credential_id = :id")
              .param("id", credential)
              .update();
          answer.completeAsync(action);
          awaitWaiting("transactionid");
          assertThat(answer).isNotDone();
        });
    return answer.join();
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(registry.bean(PlatformTransactionManager.class));
  }

  /** Until somebody waits for a lock of this kind. */
  void awaitWaiting(String lock) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            registry
                .asOwner()
                .sql(
                    "select exists (select from pg_stat_activity where"
                        + " datname = current_database() and wait_event_type = 'Lock'"
                        + " and wait_event = :lock)")
                .param("lock", lock)
                .query(Boolean.class)
                .single());
  }

  public long grants() {
    return count("select count(*) from registry.consent_grant where client = :client");
  }

  /**
   * @param query with {@code :client}
   */
  long count(String query) {
    return registry.asOwner().sql(query).param("client", client()).query(Long.class).single();
  }

  UUID client() {
    return registry
        .asOwner()
        .sql("select client from registry.passkey where credential_id = :id")
        .param("id", credential())
        .query(UUID.class)
        .single();
  }

  private byte[] credential() {
    return Base64.getUrlDecoder().decode(phone.passkey().credentialId());
  }
}
