package net.sociallook.registry.sequence;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Leases that do not run out while a test looks elsewhere. */
@TestConfiguration(proxyBeanMethods = false)
public class StillTime {

  @Bean
  @Primary
  ManualTicker stillTicker() {
    return new ManualTicker();
  }
}
