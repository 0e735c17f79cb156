package net.sociallook.registry.listing;

import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.fhir.Served;
import net.sociallook.registry.token.TokenProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ListingConfiguration {

  @Bean
  DirectoryResources directoryResources(Directory directory, TokenProperties tokens) {
    return new DirectoryResources(directory, tokens.audience());
  }

  @Bean
  FhirBase fhirBase(TokenProperties tokens) {
    return new FhirBase(tokens.issuer() + "/fhir");
  }

  @Bean
  Served servedDirectory() {
    return ListedType.served();
  }
}
