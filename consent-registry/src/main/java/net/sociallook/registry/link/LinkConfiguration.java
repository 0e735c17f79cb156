package net.sociallook.registry.link;

import net.sociallook.registry.RegistryProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkConfiguration {
  @Bean
  PseudonymCipher pseudonymCipher(RegistryProperties properties) {
    return PseudonymCipher.withKeyIn(properties.pseudonymKey());
  }
}
