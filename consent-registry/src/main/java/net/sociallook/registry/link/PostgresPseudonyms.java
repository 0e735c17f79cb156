package net.sociallook.registry.link;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresPseudonyms implements Pseudonyms {
  private final JdbcClient database;
  private final PseudonymCipher cipher;

  PostgresPseudonyms(JdbcClient database, PseudonymCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  @Override
  public Optional<UUID> clientOf(InstitutionId institution, String pseudonym) {
    return database
        .sql("select client from link where pseudonym_lookup = :lookup and endorsement is not null")
        .param("lookup", cipher.lookup(institution, pseudonym))
        .query(UUID.class)
        .optional();
  }

  @Override
  public Optional<String> of(UUID client, InstitutionId institution) {
    return database
        .sql(
            "select pseudonym from link where client = :client and institution = :institution"
                + " and endorsement is not null")
        .param("client", client)
        .param("institution", institution.value())
        .query((row, n) -> row.getBytes("pseudonym"))
        .optional()
        .map(stored -> cipher.decrypt(new PseudonymCipher.Owner(client, institution), stored));
  }
}
