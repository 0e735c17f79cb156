package net.sociallook.registry;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Starts the consent registry. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistryProperties.class)
public class ConsentRegistry {

  public static void main(String[] arguments) {
    SpringApplication.run(ConsentRegistry.class, arguments);
  }

  /** Ticks in microseconds, because that is what PostgreSQL keeps of an instant. */
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
