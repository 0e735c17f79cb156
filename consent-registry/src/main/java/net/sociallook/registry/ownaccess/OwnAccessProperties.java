package net.sociallook.registry.ownaccess;

import java.net.URI;
import java.util.List;
import net.sociallook.registry.RefusesToStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the client page reads, and as whom.
 *
 * @param gateways https addresses of gateway nodes, without a path; asked in this order until one
 *     can be reached. Empty: the page has no own access
 * @param certificate PEM file with the common name {@code client-page}, then its chain
 * @param key PEM file
 */
@ConfigurationProperties("sociallook.registry.own-access")
record OwnAccessProperties(
    @DefaultValue List<URI> gateways,
    @DefaultValue("") String certificate,
    @DefaultValue("") String key) {
  private static final String PREFIX = "sociallook.registry.own-access.";

  OwnAccessProperties {
    gateways = List.copyOf(gateways);
    for (URI gateway : gateways) {
      boolean bare = gateway.getRawPath() == null || gateway.getRawPath().isEmpty();
      if (!"https".equals(gateway.getScheme()) || gateway.getHost() == null || !bare) {
        throw new RefusesToStart(
            PREFIX + "gateways: " + gateway + " (expected: https://host[:port]).");
      }
    }
    boolean complete = !certificate.isEmpty() && !key.isEmpty();
    if (complete == gateways.isEmpty() || certificate.isEmpty() != key.isEmpty()) {
      throw new RefusesToStart(
          PREFIX + "gateways, certificate, key: some are set (expected: all, or none).");
    }
  }
}
