package net.sociallook.registry.staff;

import java.net.URI;
import net.sociallook.registry.RefusesToStart;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The staff's page.
 *
 * @param origin scheme, host and port as browsers see the institutions' port
 * @param relyingParty WebAuthn RP id of the staff's passkeys: the origin's host or a parent of it
 */
@ConfigurationProperties("sociallook.registry.staff")
public record StaffProperties(URI origin, String relyingParty) {
  private static final String PREFIX = "sociallook.registry.staff.";

  public StaffProperties {
    String host = String.valueOf(origin.getHost());
    boolean bare = origin.getPath() == null || origin.getPath().isEmpty();
    if (!"https".equals(origin.getScheme()) || origin.getHost() == null || !bare) {
      throw new RefusesToStart(
          PREFIX + "origin: " + origin + " (expected: https://host[:port], without a path).");
    }
    if (!host.equals(relyingParty) && !host.endsWith("." + relyingParty)) {
      throw new RefusesToStart(
          PREFIX
              + "relying-party: "
              + relyingParty
              + " (expected: the host of the page's origin or a parent domain of it).");
    }
  }
}
