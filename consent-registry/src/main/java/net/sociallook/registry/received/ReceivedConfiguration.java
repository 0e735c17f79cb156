package net.sociallook.registry.received;

import java.time.Clock;
import java.util.List;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.fhir.Served;
import net.sociallook.registry.grant.BlockReader;
import net.sociallook.registry.grant.RecipientGrants;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.token.TokenProperties;
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
  Served servedConsents() {
    return new Served(
        List.of(
            new Served.Type(
                "Consent",
                List.of(
                    new Served.Parameter("patient", "reference"),
                    new Served.Parameter("status", "token"))),
            new Served.Type("Provenance", List.of(new Served.Parameter("target", "reference")))));
  }

  @Bean
  Receipts receipts(
      Directory directory, TokenProperties tokens, RegistryProperties registry, Clock clock) {
    Receipts.Origin origin =
        new Receipts.Origin(tokens.issuer(), registry.page().origin().toString());
    return new Receipts(directory, origin, clock);
  }

  @Bean
  GrantReceipts grantReceipts(ReceivedGrants grants, Receipts receipts) {
    return new GrantReceipts(grants, receipts);
  }

  @Bean
  FhirConsents fhirConsents(Directory directory) {
    return new FhirConsents(directory);
  }
}
