package net.sociallook.registry.staff.inbox;

import java.net.URI;
import java.util.List;
import net.sociallook.registry.RefusesToStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where inboxes read, and as whom.
 *
 * @param certificates folder with {@code inbox-{institution}.pem} and {@code .key}; empty: there
 *     are no inboxes
 * @param gateways https addresses of gateway nodes, without a path; asked in this order until one
 *     can be reached
 */
@ConfigurationProperties("sociallook.registry.inbox")
record InboxProperties(@DefaultValue("") String certificates, @DefaultValue List<URI> gateways) {
  private static final String PREFIX = "sociallook.registry.inbox.";

  InboxProperties {
    gateways = List.copyOf(gateways);
    for (URI gateway : gateways) {
      boolean bare = gateway.getRawPath() == null || gateway.getRawPath().isEmpty();
      if (!"https".equals(gateway.getScheme()) || gateway.getHost() == null || !bare) {
        throw new RefusesToStart(
            PREFIX + "gateways: " + gateway + " (expected: https://host[:port]).");
      }
    }
    if (certificates.isEmpty() != gateways.isEmpty()) {
      throw new RefusesToStart(
          PREFIX + "certificates, gateways: one is set (expected: both, or none).");
    }
  }
}
