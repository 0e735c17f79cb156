package net.sociallook.registry.sequence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Leases that do not run out while a test looks elsewhere. Not annotated, so that component
 * scanning does not find it.
 */
public class StillTime {

  @Bean
  @Primary
  ManualTicker stillTicker() {
    return new ManualTicker();
  }
}
