package net.sociallook.registry.ledger.intake;

import net.sociallook.registry.ledger.GroupCommit;
import net.sociallook.registry.ledger.KnownClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  @Bean
  Intake intake(GroupCommit commit, KnownClients clients, JdbcClient jdbc) {
    return new Intake(commit, clients, new RecordedIntents(jdbc));
  }
}
