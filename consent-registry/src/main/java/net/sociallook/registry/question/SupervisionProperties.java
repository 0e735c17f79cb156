package net.sociallook.registry.question;

import java.util.Map;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.RefusesToStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who watches over institutions' handling of data, as clients are told it.
 *
 * @param authority name of the authority that is responsible where no other is given
 * @param authorities name of another authority, by the id of the institution
 */
@ConfigurationProperties("sociallook.registry.supervision")
public record SupervisionProperties(
    String authority, @DefaultValue Map<String, String> authorities) {

  public SupervisionProperties {
    if (authority.isBlank()) {
      throw new RefusesToStart(
          "sociallook.registry.supervision.authority is not set (expected: a name).");
    }
    authorities = Map.copyOf(authorities);
  }

  public String of(InstitutionId institution) {
    return authorities.getOrDefault(institution.value(), authority);
  }
}
