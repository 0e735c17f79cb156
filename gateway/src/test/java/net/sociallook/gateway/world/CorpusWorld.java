package net.sociallook.gateway.world;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.sociallook.gateway.r4.R4Validity;
import net.sociallook.testbed.CertificateAuthority;
import net.sociallook.testbed.Identity;

/** A node among all institutions of the corpus, each with a system and an adapter. */
public final class CorpusWorld implements AutoCloseable {
  public final TokenForge forge = new TokenForge();
  public final RegistryStandIn registry;
  private final CertificateAuthority ca;
  private final Map<String, Identity> systems = new TreeMap<>();
  private final Map<String, AdapterStandIn> adapters = new TreeMap<>();
  private final Node node;
  private volatile Instant now = Instant.EPOCH;

  /**
   * @param kinds of the institutions, by their ids
   */
  public CorpusWorld(Map<String, String> kinds, Set<String> holders) {
    R4Validity.warmUp();
    Path directory = temporary();
    ca = CertificateAuthority.create(directory);
    registry =
        new RegistryStandIn(
            ca.issue("registry", "localhost").sslContext(ca), new JWKSet(forge.issuerKey));
    kinds.keySet().forEach(id -> systems.put(id, ca.issue("institution:" + id)));
    systems.put(OwnTokenForge.PAGE, ca.issue(OwnTokenForge.PAGE));
    holders.forEach(id ->
        adapters.put(
            id, new AdapterStandIn(ca.issue("adapter:" + id, "localhost").sslContext(ca))));
    NodeFiles files = new NodeFiles(directory, ca, forge);
    List<Map<String, Object>> institutions =
        kinds.entrySet().stream()
            .map(kind -> institution(kind.getKey(), kind.getValue()))
            .collect(Collectors.toCollection(ArrayList::new));
    institutions.add(files.endorser(TokenForge.HOLDER, "youth-office", Map.of()));
    node = NodeInside.start(files.arguments(registry.port(), institutions), new Shown());
    World.awaitHealthy(node.managementPort());
  }

  private Map<String, Object> institution(String id, String kind) {
    Map<String, Object> all = new TreeMap<>(Map.of("id", id, "kind", kind));
    all.put("signingKeys", new JWKSet(forge.endorsingKey).toPublicJWKSet().toJSONObject());
    if (adapters.containsKey(id)) {
      all.put("adapter", "https://localhost:" + adapters.get(id).port());
    }
    return all;
  }

  /** Whoever asks, the gateway's clock shows this instant from now on. */
  public void at(Instant instant) {
    now = instant;
  }

  public AdapterStandIn adapter(String holder) {
    return adapters.get(holder);
  }

  /** A token that binds to the certificate of this institution's system. */
  public String thumbprint(String institution) {
    return World.thumbprint(systems.get(institution));
  }

  /** Sends as that institution, and holds the answer against the contract. */
  public HttpResponse<String> send(String institution, String method, String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + node.port() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token);
    HttpRequest.BodyPublisher body =
        HttpRequest.BodyPublishers.ofString("{\"resourceType\":\"Basic\"}");
    switch (method) {
      case "POST", "PUT" ->
          request.method(method, body).header("Content-Type", "application/fhir+json");
      default -> request.method(method, HttpRequest.BodyPublishers.noBody());
    }
    HttpResponse<String> response =
        World.sendUnchecked(request, systems.get(institution).sslContext(ca));
    World.check(response);
    return response;
  }

  @Override
  public void close() {
    node.close();
    adapters.values().forEach(AdapterStandIn::close);
    registry.close();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("corpus");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows the instant of the scenario. */
  private final class Shown extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
