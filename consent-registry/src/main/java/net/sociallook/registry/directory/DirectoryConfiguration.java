package net.sociallook.registry.directory;

import java.time.Duration;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.sequence.Repeated;
import net.sociallook.registry.web.KnownInstitutions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
  @Bean
  DirectoryWatch directoryWatch(RegistryProperties properties) {
    return DirectoryWatch.of(properties.directory());
  }

  @Bean
  Directory directory(DirectoryWatch watch) {
    return watch.directory();
  }

  @Bean(destroyMethod = "close")
  Repeated directoryLook(DirectoryWatch watch) {
    return Repeated.start("directory", Duration.ofSeconds(1), watch::look);
  }

  @Bean
  KnownInstitutions knownInstitutions(Directory directory) {
    return id -> directory.institution(id).isPresent();
  }
}
