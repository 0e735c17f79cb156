package net.sociallook.registry.directory;

import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.web.KnownInstitutions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
  @Bean
  Directory directory(RegistryProperties properties) {
    return DirectoryFile.read(properties.directory());
  }

  @Bean
  KnownInstitutions knownInstitutions(Directory directory) {
    return id -> directory.institution(id).isPresent();
  }
}
