package net.sociallook.registry;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import net.sociallook.registry.web.Listeners;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.CertificateAuthority;
import net.sociallook.testbed.DurablePostgres;
import net.sociallook.testbed.Identity;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole registry for tests: real PostgreSQL, real TLS, free ports, the institutions of {@link
 * TestDirectory}. One PostgreSQL serves all registries of a test run, each with a database of its
 * own.
 */
public final class RunningRegistry implements AutoCloseable {
  private static final DurablePostgres POSTGRES = DurablePostgres.temporary();
  private static final Path FOLDER = temporaryFolder();
  private static final CertificateAuthority AUTHORITY =
      CertificateAuthority.create(FOLDER.resolve("pki"));
  private static final TestDirectory DIRECTORY = TestDirectory.create(FOLDER);
  private static final Path PSEUDONYM_KEY = randomKey();
  private static final ECKey CLUSTER_KEY = TestDirectory.newKey("gateways-1");
  private static int databases;
  private static RunningRegistry shared;

  private final ConfigurableApplicationContext context;
  private final String database;

  private RunningRegistry(ConfigurableApplicationContext context, String database) {
    this.context = context;
    this.database = database;
  }

  /** One registry for all tests that do not disturb it. It lives until the test run ends. */
  public static synchronized RunningRegistry shared() {
    if (shared == null) {
      shared = start(Map.of());
    }
    return shared;
  }

  /** A registry of one's own, with these properties on top of {@link #properties}. */
  public static RunningRegistry start(Map<String, String> overrides, Class<?>... more) {
    String database = newDatabase();
    return start(database, overrides, more);
  }

  /** A registry on a database that exists. */
  public static RunningRegistry start(
      String database, Map<String, String> overrides, Class<?>... more) {
    Map<String, String> properties = properties(database);
    properties.putAll(overrides);
    List<String> arguments = new ArrayList<>();
    properties.forEach((key, value) -> arguments.add("--" + key + "=" + value));
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(ConsentRegistry.class)
            .sources(more)
            .run(arguments.toArray(String[]::new));
    return new RunningRegistry(context, database);
  }

  public static synchronized String newDatabase() {
    String name = "registry_" + databases++;
    POSTGRES.createDatabase(name);
    return name;
  }

  /** What a registry on this database is started with. */
  public static Map<String, String> properties(String database) {
    String prefix = "sociallook.registry.";
    Path certificate = FOLDER.resolve("registry.pem");
    Path key = FOLDER.resolve("registry.key");
    AUTHORITY.issue("registry", "localhost", "127.0.0.1").writePem(certificate, key);
    Map<String, String> properties = new java.util.LinkedHashMap<>();
    properties.put(prefix + "listeners.institutions.host", "127.0.0.1");
    properties.put(prefix + "listeners.institutions.port", "0");
    properties.put(prefix + "listeners.gateways.host", "127.0.0.1");
    properties.put(prefix + "listeners.gateways.port", "0");
    properties.put(prefix + "listeners.browser.port", "0");
    properties.put(prefix + "tls.certificate", certificate.toString());
    properties.put(prefix + "tls.key", key.toString());
    properties.put(prefix + "tls.trust", trust().toString());
    properties.put(prefix + "database.url", POSTGRES.jdbcUrl(database).replaceFirst("[?].*", ""));
    properties.put(prefix + "database.owner.user", "postgres");
    properties.put(prefix + "database.service.password", "it's a secret");
    properties.put(prefix + "directory", DIRECTORY.file().toString());
    properties.put(prefix + "pseudonym-key", PSEUDONYM_KEY.toString());
    properties.put(prefix + "token.cluster-keys", clusterKeys().toString());
    properties.put("management.server.port", "0");
    return properties;
  }

  /** The private key of the gateways, which only they have. */
  public static ECKey clusterKey() {
    return CLUSTER_KEY;
  }

  private static Path clusterKeys() {
    try {
      return Files.writeString(
          FOLDER.resolve("cluster-keys.json"), new JWKSet(CLUSTER_KEY).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static CertificateAuthority authority() {
    return AUTHORITY;
  }

  public static TestDirectory directory() {
    return DIRECTORY;
  }

  public static DurablePostgres postgres() {
    return POSTGRES;
  }

  /** A client that shows a certificate with this common name, for example a caller's. */
  public static HttpClient as(String commonName) {
    return client(AUTHORITY.issue(commonName).sslContext(AUTHORITY));
  }

  public static HttpClient anonymous() {
    return client(Identity.anonymous(AUTHORITY));
  }

  public static HttpClient client(SSLContext tls) {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
  }

  public URI uri(Port port, String path) {
    String scheme = port == Port.BROWSER ? "http" : "https";
    return URI.create(scheme + "://localhost:" + bean(Listeners.class).number(port) + path);
  }

  /** The origin of the page, as browsers see it. */
  public URI pageOrigin() {
    return bean(RegistryProperties.class).page().origin();
  }

  public URI management(String path) {
    String port = context.getEnvironment().getProperty("local.management.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** The registry's database, as the role that may do everything in it. */
  public JdbcClient asOwner() {
    return asOwner(database);
  }

  public static JdbcClient asOwner(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(POSTGRES.jdbcUrl(database));
    return JdbcClient.create(source);
  }

  public String database() {
    return database;
  }

  @Override
  public void close() {
    context.close();
  }

  /** PEM file with the authority of all test certificates. */
  public static Path trust() {
    try {
      Path file = FOLDER.resolve("trust.pem");
      String body =
          Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(AUTHORITY.certificate().getEncoded());
      return Files.writeString(
          file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    } catch (IOException | java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path randomKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    try {
      return Files.writeString(
          FOLDER.resolve("pseudonym.key"), Base64.getEncoder().encodeToString(key) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("registry-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
