package net.sociallook.adapter;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.adapter.server.PemIdentity;

/**
 * Whom an adapter believes.
 *
 * @param anchor PEM file with the certificates that callers and the registry are verified with
 * @param gatewayKeys the one address of the gateway nodes' keys, https
 * @param institution certificate {@code institution:{id}} to fetch them with
 * @param gateways the nodes that may call; empty when every {@code gateway:*} of the anchor may
 */
public record Trust(Path anchor, URI gatewayKeys, PemIdentity institution, Set<String> gateways) {
  public Trust {
    gateways = Set.copyOf(gateways);
    if (!"https".equals(gatewayKeys.getScheme())) {
      throw new IllegalArgumentException("gateway-keys: " + gatewayKeys + " (expected: https://…)");
    }
  }

  static Trust read(Settings settings) {
    return new Trust(
        settings.path("trust-anchor"),
        URI.create(settings.text("gateway-keys")),
        new PemIdentity(settings.path("institution.certificate"), settings.path("institution.key")),
        settings.optional("gateways").map(names -> names.split("\\s*,\\s*")).stream()
            .flatMap(Stream::of)
            .collect(Collectors.toSet()));
  }
}
