package net.sociallook.registry.sequence.lease;

import java.time.Clock;
import java.time.Duration;
import net.sociallook.registry.sequence.Repeated;
import net.sociallook.registry.sequence.SequenceHead;
import net.sociallook.registry.sequence.Ticker;
import net.sociallook.registry.sequence.WithdrawalEffect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The leases of this process, which draws its epoch here. */
@Configuration(proxyBeanMethods = false)
class LeaseConfiguration {

  @Bean
  LeaseTerms leaseTerms() {
    return LeaseTerms.STANDARD;
  }

  @Bean
  LeaseTable leaseTable(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    TransactionTemplate template = new TransactionTemplate(transactions);
    template.setTimeout(5);
    return new LeaseTable(jdbc, template, clock);
  }

  @Bean
  Leases leases(LeaseTable table, LeaseTerms terms, SequenceHead head, Ticker ticker) {
    return new Leases(table, terms, head, ticker);
  }

  @Bean
  WithdrawalEffect withdrawalEffect(Leases leases, Ticker ticker) {
    return new LeaseEffect(leases, ticker);
  }

  /**
   * Ends what is over, and keeps this process's view of other processes' leases close. Being a
   * platform thread, it also wakes the virtual threads that wait: on JDK 25.0.3 the timer of a
   * parked virtual thread was seen to be lost in an idle process (compare JDK-8369227).
   */
  @Bean(destroyMethod = "close")
  Repeated leaseWatch(Leases leases) {
    return Repeated.start(
        "lease-watch",
        Duration.ofMillis(250),
        () -> {
          try {
            leases.look();
          } finally {
            leases.changes().raise();
          }
        });
  }
}
