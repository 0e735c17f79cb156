package net.sociallook.registry.received;

import java.time.Clock;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.grant.BlockReader;
import net.sociallook.registry.grant.RecipientGrants;
import net.sociallook.registry.link.Pseudonyms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ReceivedConfiguration {

  @Bean
  ReceivedGrants.Sources receivedSources(
      RecipientGrants grants, BlockReader blocks, Pseudonyms pseudonyms) {
    return new ReceivedGrants.Sources(grants, blocks, pseudonyms);
  }

  @Bean
  ReceivedGrants receivedGrants(
      PlatformTransactionManager transactions,
      ReceivedGrants.Sources sources,
      Directory directory,
      Clock clock) {
    TransactionTemplate repeatableRead = new TransactionTemplate(transactions);
    repeatableRead.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    repeatableRead.setReadOnly(true);
    return new ReceivedGrants(repeatableRead, sources, directory, clock);
  }

  @Bean
  FhirConsents fhirConsents(Directory directory) {
    return new FhirConsents(directory);
  }
}
