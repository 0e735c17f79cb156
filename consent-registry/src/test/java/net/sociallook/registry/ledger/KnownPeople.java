package net.sociallook.registry.ledger;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.link.Pseudonyms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Pseudonyms of tests: those that begin with 0 are nobody's, of the others any is a client's. Not
 * annotated, so that component scanning does not find it.
 */
public class KnownPeople {

  /** The client behind a pseudonym. */
  public static UUID client(String pseudonym) {
    return UUID.nameUUIDFromBytes(pseudonym.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Bean
  @Primary
  Pseudonyms pseudonymsOfTheTest() {
    return new Pseudonyms() {
      @Override
      public Optional<UUID> clientOf(InstitutionId institution, String pseudonym) {
        return pseudonym.startsWith("0") ? Optional.empty() : Optional.of(client(pseudonym));
      }

      @Override
      public Optional<String> of(UUID client, InstitutionId institution) {
        return Optional.empty();
      }
    };
  }
}
