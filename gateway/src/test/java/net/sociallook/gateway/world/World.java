package net.sociallook.gateway.world;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import net.sociallook.gateway.GatewayApplication;
import net.sociallook.testbed.CertificateAuthority;
import net.sociallook.testbed.Identity;
import net.sociallook.testbed.OpenApiContract;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** One gateway node as it is packaged, and all that is around it. */
public final class World implements AutoCloseable {
  private static final OpenApiContract CONTRACT = OpenApiContract.of("gateway.yaml");

  private static final String KINDS =
      "DocumentReference|Binary|Appointment|CarePlan|Communication|Goal|Patient|Schedule"
          + "|ServiceRequest|Slot|Task";

  public final TokenForge forge = new TokenForge();
  public final CertificateAuthority ca;
  public final Identity jobcenter;
  public final RegistryStandIn registry;
  public final AdapterStandIn adapter;
  private final ConfigurableApplicationContext context;

  private World(Path directory, Map<String, String> settings) throws IOException, JOSEException {
    ca = CertificateAuthority.create(directory);
    jobcenter = ca.issue("institution:" + TokenForge.RECIPIENT);
    registry =
        new RegistryStandIn(
            ca.issue("registry", "localhost").sslContext(ca), new JWKSet(forge.issuerKey));
    adapter =
        new AdapterStandIn(ca.issue("adapter:" + TokenForge.HOLDER, "localhost").sslContext(ca));
    context =
        new SpringApplicationBuilder(GatewayApplication.class)
            .run(arguments(directory, settings).toArray(String[]::new));
    await("lease", () -> managed("/actuator/health").statusCode() == 200);
  }

  public static World start(Map<String, String> settings) {
    try {
      return new World(java.nio.file.Files.createTempDirectory("world"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
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
                "sociallook.gateway.limits.answer-timeout", "1s",
                "sociallook.gateway.limits.strangers-per-minute", "100000"));

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(WORLD::close));
    }
  }

  private List<String> arguments(Path directory, Map<String, String> settings)
      throws IOException, JOSEException {
    Identity node = ca.issue("gateway:gw-1", "localhost");
    node.writePem(directory.resolve("node.pem"), directory.resolve("node.key"));
    write(directory, "cluster.json", new JWKSet(forge.clusterKey).toString(false));
    OctetSequenceKey cursor = new OctetSequenceKeyGenerator(256).keyID("cursor-1").generate();
    write(directory, "cursor.json", new JWKSet(cursor).toString(false));
    write(directory, "institutions.json", institutions());
    List<String> all = new ArrayList<>();
    String prefix = "--sociallook.gateway.";
    all.add(prefix + "node=gw-1");
    all.add(prefix + "audience=" + TokenForge.AUDIENCE);
    all.add(prefix + "issuer=" + TokenForge.ISSUER);
    all.add(prefix + "registry=https://localhost:" + registry.port());
    all.add(prefix + "files.certificate=" + directory.resolve("node.pem"));
    all.add(prefix + "files.key=" + directory.resolve("node.key"));
    all.add(prefix + "files.ca=" + directory.resolve("ca.pem"));
    all.add(prefix + "files.institutions=" + directory.resolve("institutions.json"));
    all.add(prefix + "files.cluster-keys=" + directory.resolve("cluster.json"));
    all.add(prefix + "files.cursor-key=" + directory.resolve("cursor.json"));
    all.add(prefix + "page.origin=" + TokenForge.ORIGIN);
    all.add("--server.port=0");
    all.add("--management.server.port=0");
    settings.forEach((key, value) -> all.add("--" + key + "=" + value));
    return all;
  }

  private static void write(Path directory, String name, String text) throws IOException {
    java.nio.file.Files.writeString(directory.resolve(name), text);
  }

  private String institutions() {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "institutions",
                List.of(
                    Map.of("id", TokenForge.RECIPIENT, "kind", "benefit-authority"),
                    Map.of("id", "horizont-ev", "kind", "provider"),
                    Map.of(
                        "id",
                        TokenForge.HOLDER,
                        "kind",
                        "youth-office",
                        "adapter",
                        "https://localhost:" + adapter.port(),
                        "signingKeys",
                        new JWKSet(forge.endorsingKey).toPublicJWKSet().toJSONObject()))));
  }

  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
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

  /** Every answer: as the contract says, not to be stored, with a request id of ours. */
  public static void check(HttpResponse<String> response) {
    String path = response.uri().getRawPath();
    boolean known = path.matches("/fhir/[^/]+/(" + KINDS + ")(/[^/]+)?|/fhir/metadata");
    boolean smart = path.equals("/.well-known/smart-configuration");
    CONTRACT.check(
        response.request().method(),
        known || smart ? path : "/anything",
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
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
    String port = context.getEnvironment().getRequiredProperty("local.management.port");
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
    Instant deadline = Instant.now().plusSeconds(10);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(what + ": did not come (expected: within ten seconds)");
      }
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  @Override
  public void close() {
    context.close();
    adapter.close();
    registry.close();
  }
}
