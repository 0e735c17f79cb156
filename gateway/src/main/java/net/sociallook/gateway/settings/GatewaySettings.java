package net.sociallook.gateway.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All settings of a node. A wrong one stops the start with a sentence that names it.
 *
 * @param node this node's id, as in its certificate's common name {@code gateway:{node}}
 * @param audience the {@code aud} a consent token must have; also this gateway's FHIR base URL
 * @param issuer the {@code iss} a consent token must have
 * @param registry base URL of the consent registry's port for gateways
 * @param files keys, certificates and the list of institutions
 * @param page where clients sign: the page's WebAuthn identity
 * @param limits sizes, rates and time-outs
 */
@ConfigurationProperties("sociallook.gateway")
public record GatewaySettings(
    String node,
    URI audience,
    URI issuer,
    URI registry,
    Files files,
    Page page,
    @DefaultValue Limits limits) {

  private static final Pattern NODE = Pattern.compile("[a-z0-9-]{1,64}");

  public GatewaySettings {
    require(NODE.matcher(node).matches(), "node", node, NODE.pattern());
    requireHttps("audience", audience);
    requireHttps("issuer", issuer);
    requireHttps("registry", registry);
  }

  /**
   * Paths of files; all are read once, at start.
   *
   * @param certificate PEM, this node's certificate, and the chain to the trust anchor if there is
   *     one between
   * @param key PEM (PKCS #8), its private key
   * @param ca PEM, the one trust anchor for callers, registry and adapters
   * @param institutions JSON, {@code
   *     {"institutions":[{"id","kind","adapter","signingKeys","witnessed"}]}}
   * @param clusterKeys private JWK set, the keys of all gateways that {@code routing} is encrypted
   *     to
   * @param cursorKey JWK set of symmetric keys (256 bits) that page links are sealed with; the
   *     first seals, all open
   */
  public record Files(
      Path certificate, Path key, Path ca, Path institutions, Path clusterKeys, Path cursorKey) {
    public Files {
      requireFile("certificate", certificate);
      requireFile("key", key);
      requireFile("ca", ca);
      requireFile("institutions", institutions);
      requireFile("cluster-keys", clusterKeys);
      requireFile("cursor-key", cursorKey);
    }

    private static void requireFile(String name, Path path) {
      require(
          java.nio.file.Files.isReadable(path),
          "files." + name,
          path.toString(),
          "a readable file");
    }
  }

  /**
   * The client page as WebAuthn knows it.
   *
   * @param rpId the relying party id that clients' passkeys are bound to
   * @param origin the page's origin, for example {@code https://mein.sociallook.example}
   */
  public record Page(String rpId, String origin) {
    public Page {
      require(!rpId.isBlank(), "page.rp-id", rpId, "a host name");
      require(origin.matches("https?://[^/]+"), "page.origin", origin, "an origin without path");
    }
  }

  /**
   * @param bodyBytes the longest request body
   * @param connectTimeout how long a connection to an adapter may take
   * @param answerTimeout how long an adapter may take until its answer begins, between two parts of
   *     it, and for each 16 KiB of it
   * @param strangersPerMinute how many requests one address may send without being identified
   * @param callsPerSearch how many pages an adapter is asked for, until one of ours is full; fewer
   *     than the default show a recipient where more is withheld than released
   */
  public record Limits(
      @DefaultValue("65536") int bodyBytes,
      @DefaultValue("2s") Duration connectTimeout,
      @DefaultValue("10s") Duration answerTimeout,
      @DefaultValue("120") int strangersPerMinute,
      @DefaultValue("50") int callsPerSearch) {
    public Limits {
      require(bodyBytes > 0, "limits.body-bytes", "" + bodyBytes, "more than 0");
      require(
          connectTimeout.isPositive(), "limits.connect-timeout", "" + connectTimeout, "positive");
      require(answerTimeout.isPositive(), "limits.answer-timeout", "" + answerTimeout, "positive");
      require(
          strangersPerMinute > 0,
          "limits.strangers-per-minute",
          "" + strangersPerMinute,
          "more than 0");
      require(callsPerSearch > 0, "limits.calls-per-search", "" + callsPerSearch, "more than 0");
    }
  }

  private static void requireHttps(String name, URI value) {
    require("https".equals(value.getScheme()), name, value.toString(), "an https URL");
  }

  private static void require(boolean right, String name, String value, String expected) {
    if (!right) {
      throw new IllegalArgumentException(
          "sociallook.gateway." + name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
