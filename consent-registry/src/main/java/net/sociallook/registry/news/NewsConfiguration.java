package net.sociallook.registry.news;

import java.time.Duration;
import net.sociallook.registry.sequence.Repeated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NewsConfiguration {
  private static final Duration PAUSE = Duration.ofMillis(500);

  @Bean(destroyMethod = "close")
  Repeated newsReading(LedgerReader reader) {
    return Repeated.start("news", PAUSE, () -> readAll(reader));
  }

  private static void readAll(LedgerReader reader) {
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = reader.read();
    }
  }
}
