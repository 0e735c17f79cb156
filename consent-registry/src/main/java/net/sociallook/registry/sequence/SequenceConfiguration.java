package net.sociallook.registry.sequence;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sequence, and what notices entries of other registry processes. */
@Configuration(proxyBeanMethods = false)
class SequenceConfiguration {

  @Bean
  Ticker ticker() {
    return System::nanoTime;
  }

  @Bean
  SequenceHead sequenceHead(Ticker ticker) {
    return new SequenceHead(ticker);
  }

  @Bean
  PostgresWithdrawalSequence withdrawalSequence(JdbcClient jdbc, Clock clock, SequenceHead head) {
    return new PostgresWithdrawalSequence(jdbc, clock, head);
  }

  @Bean(destroyMethod = "close")
  Repeated sequenceWatch(PostgresWithdrawalSequence sequence, SequenceHead head) {
    return Repeated.start(
        "sequence-watch", Duration.ofMillis(100), () -> head.advanceTo(sequence.current()));
  }
}
