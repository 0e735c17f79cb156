package net.sociallook.gateway.world;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import net.sociallook.gateway.r4.R4Validity;
import net.sociallook.testbed.CertificateAuthority;
import net.sociallook.testbed.Identity;
import net.sociallook.testbed.OpenApiContract;

/** One gateway node as it is packaged, and all that is around it. */
public final class World implements AutoCloseable {
  private static final Duration STARTED = Duration.ofSeconds(60);
  private static final OpenApiContract CONTRACT = OpenApiContract.of("gateway.yaml");

  private static final String KINDS =
      "DocumentReference|Binary|Appointment|CarePlan|Communication|Goal|Patient|Schedule"
          + "|ServiceRequest|Slot|Task";

  public final TokenForge forge = new TokenForge();
  public final CertificateAuthority ca;
  public final Identity jobcenter;
  public final Identity page;
  public final RegistryStandIn registry;
  public final AdapterStandIn adapter;
  private final Node node;

  private World(Path directory, Map<String, String> settings, Function<List<String>, Node> start) {
    R4Validity.warmUp();
    ca = CertificateAuthority.create(directory);
    jobcenter = ca.issue("institution:" + TokenForge.RECIPIENT);
    page = ca.issue("client-page");
    registry =
        new RegistryStandIn(
            ca.issue("registry", "localhost").sslContext(ca), new JWKSet(forge.issuerKey));
    adapter =
        new AdapterStandIn(ca.issue("adapter:" + TokenForge.HOLDER, "localhost").sslContext(ca));
    node = start.apply(arguments(directory, settings));
    awaitHealthy(node.managementPort());
  }

  static void awaitHealthy(int managementPort) {
    await("lease", STARTED, () -> isHealthy(managementPort));
  }

  private static boolean isHealthy(int managementPort) {
    try {
      return managed(managementPort, "/actuator/health").statusCode() == 200;
    } catch (UncheckedIOException notYetListening) {
      return false;
    }
  }

  public static World start(Map<String, String> settings) {
    return start(settings, NodeInside::start);
  }

  /** The same around the packaged jar in a process of its own. */
  public static World packaged(List<String> jvmOptions, AtomicReference<PackagedNode> started) {
    return start(
        Map.of(),
        arguments -> {
          PackagedNode node = PackagedNode.start(jvmOptions, arguments);
          started.set(node);
          return node;
        });
  }

  private static World start(Map<String, String> settings, Function<List<String>, Node> start) {
    try {
      return new World(java.nio.file.Files.createTempDirectory("world"), settings, start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One world for all tests that leave it as they found it. */
  public static World shared() {
    return Shared.WORLD;
  }

  private static final class Shared {
    static final World WORLD =
        start(
            Map.of(
                "sociallook.gateway.limits.answer-timeout", "4s",
                "sociallook.gateway.limits.strangers-per-minute", "100000"));

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(WORLD::close));
    }
  }

  private List<String> arguments(Path directory, Map<String, String> settings) {
    NodeFiles files = new NodeFiles(directory, ca, forge);
    List<String> all =
        files.arguments(
            registry.port(),
            List.of(
                Map.of("id", TokenForge.RECIPIENT, "kind", "benefit-authority"),
                files.endorser("horizont-ev", "provider", Map.of()),
                files.endorser(
                    TokenForge.HOLDER,
                    "youth-office",
                    Map.of("adapter", "https://localhost:" + adapter.port()))));
    settings.forEach((key, value) -> all.add("--" + key + "=" + value));
    return all;
  }

  public int port() {
    return node.port();
  }

  public String thumbprint() {
    return thumbprint(jobcenter);
  }

  public static String thumbprint(Identity identity) {
    try {
      return Jws.base64(TokenForge.sha256(identity.certificate().getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  public String token() {
    return forge.token(thumbprint());
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  /** Sends as the Jobcenter, with a token, and holds the answer against the contract. */
  public HttpResponse<String> get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token), jobcenter.sslContext(ca));
  }

  /** Sends as the client page. */
  public HttpResponse<String> getOwn(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token), page.sslContext(ca));
  }

  public HttpResponse<String> send(HttpRequest.Builder builder) {
    return send(builder, jobcenter.sslContext(ca));
  }

  public HttpResponse<String> send(HttpRequest.Builder builder, SSLContext tls) {
    HttpResponse<String> response = sendUnchecked(builder, tls);
    check(response);
    return response;
  }

  public static HttpResponse<String> sendUnchecked(HttpRequest.Builder builder, SSLContext tls) {
    try (HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build()) {
      return client.send(
          builder.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Every answer: as the contract says, valid where it is FHIR, not to be stored, with a request id
   * of ours.
   */
  public static void check(HttpResponse<String> response) {
    String path = response.uri().getRawPath();
    boolean known = path.matches("/fhir/[^/]+/(" + KINDS + ")(/[^/]+)?|/fhir/metadata");
    boolean open =
        path.matches(
            "/\\.well-known/smart-configuration|/openapi/(gateway\\.(yaml|html)|page\\.css)");
    CONTRACT.check(
        response.request().method(),
        known || open ? path : "/anything",
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("application/fhir+json")) {
      R4Validity.check(response.body());
    }
    require(response, "Cache-Control", "no-store");
    require(response, "X-Content-Type-Options", "nosniff");
    require(response, "X-Request-Id", "[0-9a-f-]{36}");
  }

  public static String headersWithoutRequestId(HttpResponse<?> response) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("X-Request-Id"));
    return headers.toString();
  }

  private static void require(HttpResponse<?> response, String header, String form) {
    List<String> values = response.headers().allValues(header);
    if (values.size() != 1 || !values.getFirst().matches(form)) {
      throw new AssertionError(header + ": " + values + " (expected: " + form + ")");
    }
  }

  public HttpResponse<String> managed(String path) {
    return managed(node.managementPort(), path);
  }

  private static HttpResponse<String> managed(int port, String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for a condition, at most ten seconds. */
  public static void await(String what, BooleanSupplier condition) {
    await(what, Duration.ofSeconds(10), condition);
  }

  private static void await(String what, Duration atMost, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(atMost);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(what + ": did not come (expected: within " + atMost + ")");
      }
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  @Override
  public void close() {
    node.close();
    adapter.close();
    registry.close();
  }
}
