package net.sociallook.registry.directory;

import net.sociallook.registry.RegistryProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
  @Bean
  Directory directory(RegistryProperties properties) {
    return DirectoryFile.read(properties.directory());
  }
}
