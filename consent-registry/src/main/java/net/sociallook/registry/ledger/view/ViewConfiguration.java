package net.sociallook.registry.ledger.view;

import net.sociallook.registry.directory.Directory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

  @Bean
  Views views(JdbcClient jdbc, Directory directory) {
    Names names = new Names(directory);
    return new Views(
        new ClientLog.Source(new PostgresAccessLog(jdbc), new LogEvidence(jdbc)),
        new LogEntries(names),
        new AuditEvents(new AuditAgents(names)));
  }

  @Bean
  ClientLog clientLog(JdbcClient jdbc, Directory directory) {
    Names names = new Names(directory);
    return new ClientLog(
        new ClientLog.Source(new PostgresAccessLog(jdbc), new LogEvidence(jdbc)),
        new LogEntries(names),
        new AuditEvents(new AuditAgents(names)),
        names);
  }
}
