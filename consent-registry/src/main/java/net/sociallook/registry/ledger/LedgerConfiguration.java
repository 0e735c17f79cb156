package net.sociallook.registry.ledger;

import java.time.Clock;
import net.sociallook.registry.link.Pseudonyms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's one writer of this process. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
  private static final int LARGEST_BATCH = 2_000;

  @Bean
  Batch ledgerBatch(JdbcTemplate jdbc, Clock clock) {
    return new Batch(new LedgerTable(jdbc), clock);
  }

  @Bean(destroyMethod = "close")
  GroupCommit groupCommit(Batch batch, PlatformTransactionManager transactions) {
    TransactionTemplate template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    template.setTimeout(4);
    return new GroupCommit(batch, template, LARGEST_BATCH);
  }

  @Bean
  KnownClients knownClients(Pseudonyms pseudonyms) {
    return new KnownClients(pseudonyms);
  }

  @Bean
  Ledger ledger(GroupCommit commit, Batch batch, KnownClients clients, Clock clock) {
    return new RegistryLedger(commit, batch, clients, clock);
  }
}
