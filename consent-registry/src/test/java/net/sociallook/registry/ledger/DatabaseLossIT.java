package net.sociallook.registry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.LedgerEntry.TokenRefused;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.StillTime;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.sequence.WithdrawalEntry.TokenRevoked;
import net.sociallook.registry.sequence.WithdrawalSequence;
import net.sociallook.registry.sequence.lease.GatewayNode;
import net.sociallook.testbed.DurablePostgres;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database is killed under a running registry: nothing is answered as done any more. */
class DatabaseLossIT {

  @Test
  void withoutDatabaseNothingIsDurableAndNothingIsEffective() throws Exception {
    try (DurablePostgres postgres = DurablePostgres.temporary()) {
      postgres.createDatabase("lost");
      String url = postgres.jdbcUrl("lost").replaceFirst("[?].*", "");
      try (RunningRegistry registry =
          RunningRegistry.start(
              Map.of("sociallook.registry.database.url", url),
              KnownPeople.class,
              StillTime.class)) {
        GatewayNode node = new GatewayNode(registry, "gw-1");
        String lease = node.join().path("lease").asString();
        long withdrawn = withdraw(registry);
        postgres.kill();
        String intents = Messages.intents(lease, Messages.permit("gw-1", Messages.pseudonym()));
        assertThat(node.post("/intents", intents).status()).isEqualTo(503);
        assertThat(registry.bean(WithdrawalEffect.class).awaitEffective(withdrawn))
            .isEqualTo(new EffectResult.Unknown());
        assertThat(node.renew(lease, withdrawn).status()).isEqualTo(503);
        Ledger ledger = registry.bean(Ledger.class);
        assertThatThrownBy(() -> ledger.append(refused())).isInstanceOf(LedgerUnavailable.class);
      }
    }
  }

  private static long withdraw(RunningRegistry registry) {
    TransactionTemplate transactions =
        new TransactionTemplate(registry.bean(PlatformTransactionManager.class));
    WithdrawalSequence sequence = registry.bean(WithdrawalSequence.class);
    return Objects.requireNonNull(
        transactions.execute(
            status -> sequence.append(List.of(new TokenRevoked(UUID.randomUUID())))));
  }

  private static TokenRefused refused() {
    return new TokenRefused("jobcenter-nordhausen", null, null, null, null, List.of(), "no-grant");
  }
}
