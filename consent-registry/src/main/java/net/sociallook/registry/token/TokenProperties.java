package net.sociallook.registry.token;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import net.sociallook.registry.RefusesToStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What tokens say of themselves, and the keys that make them.
 *
 * @param issuer https address of the institutions' port as institutions see it, without a path
 * @param audience FHIR base address of the gateways
 * @param clusterKeys file with a JWK set of the gateways' public keys, newest first
 * @param signingKeys files with one private JWK each, the first signs; empty: the registry makes
 *     its own and keeps them encrypted in the database
 */
@ConfigurationProperties("sociallook.registry.token")
public record TokenProperties(
    String issuer, String audience, String clusterKeys, @DefaultValue List<Path> signingKeys) {

  private static final String PREFIX = "sociallook.registry.token.";

  public TokenProperties {
    requireAddress("issuer", issuer);
    requireAddress("audience", audience);
    if (clusterKeys.isEmpty()) {
      throw new RefusesToStart(PREFIX + "cluster-keys is not set (expected: a file).");
    }
    signingKeys = List.copyOf(signingKeys);
  }

  private static void requireAddress(String key, String value) {
    if (value.endsWith("/") || !isHttps(value)) {
      throw new RefusesToStart(
          PREFIX + key + ": " + value + " (expected: https://host[:port][/path]).");
    }
  }

  private static boolean isHttps(String value) {
    try {
      URI address = new URI(value);
      return "https".equals(address.getScheme())
          && address.getHost() != null
          && address.getQuery() == null
          && address.getFragment() == null;
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }
}
