package net.sociallook.registry;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * All configuration of the registry. What is missing or wrong is named at start; nothing of it is
 * looked at later.
 *
 * @param directory JSON file with the institutions and their caseworkers
 * @param pseudonymKey file with 32 random bytes in base64: encrypts pseudonyms
 */
@ConfigurationProperties("sociallook.registry")
public record RegistryProperties(
    Listeners listeners, Tls tls, Database database, Page page, Path directory, Path pseudonymKey) {

  public RegistryProperties {
    requireFile("sociallook.registry.directory", directory);
    requireFile("sociallook.registry.pseudonym-key", pseudonymKey);
  }

  /** The three addresses that are answered on. */
  public record Listeners(Address institutions, Address gateways, Address browser) {}

  /**
   * @param host interface to bind to
   * @param port 0 means any free one
   */
  public record Address(String host, int port) {
    public Address {
      if (port < 0 || port > 65_535) {
        throw new RefusesToStart("port: " + port + " (expected: 0 to 65535)");
      }
    }
  }

  /** PEM files: the server's certificate chain and key, and whom to trust as a caller. */
  public record Tls(Path certificate, Path key, Path trust) {
    public Tls {
      requireFile("sociallook.registry.tls.certificate", certificate);
      requireFile("sociallook.registry.tls.key", key);
      requireFile("sociallook.registry.tls.trust", trust);
    }
  }

  /**
   * @param url JDBC address of a PostgreSQL database
   * @param owner owns the schema; used for migrations only
   * @param service what the running registry connects as; may not change or delete the ledger
   */
  public record Database(String url, Account owner, Account service) {
    /** The driver would take them in preference to the two accounts. */
    private static final Pattern NAMES_ACCOUNT = Pattern.compile("[?&](user|password)=");

    private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    public Database {
      if (url.isBlank()) {
        throw new RefusesToStart(
            "It needs a PostgreSQL database, and sociallook.registry.database.url is not set"
                + " (expected: jdbc:postgresql://host:port/database).");
      }
      if (!url.startsWith("jdbc:postgresql:") || NAMES_ACCOUNT.matcher(url).find()) {
        throw new RefusesToStart(
            "sociallook.registry.database.url is not a PostgreSQL address"
                + " (expected: jdbc:postgresql://host:port/database, without user and password).");
      }
      if (!ROLE.matcher(service.user()).matches()) {
        throw new RefusesToStart(
            "sociallook.registry.database.service.user: "
                + service.user()
                + " (expected: lower-case letters, digits and _).");
      }
      if (service.user().equals(owner.user())) {
        throw new RefusesToStart(
            "sociallook.registry.database.service.user is also the owner (expected: another role,"
                + " so that the service cannot change the ledger).");
      }
    }
  }

  /** A database role. */
  public record Account(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /**
   * The client page.
   *
   * @param origin scheme, host and port as the browser sees them
   * @param relyingParty WebAuthn RP id: the origin's host or a parent domain of it
   */
  public record Page(URI origin, String relyingParty) {
    public Page {
      String host = String.valueOf(origin.getHost());
      boolean local = "http".equals(origin.getScheme()) && host.equals("localhost");
      boolean safe = "https".equals(origin.getScheme()) || local;
      if (!safe || !(origin.getPath() == null || origin.getPath().isEmpty())) {
        throw new RefusesToStart(
            "sociallook.registry.page.origin: "
                + origin
                + " (expected: https://host[:port], or http only on localhost, without a path).");
      }
      if (!host.equals(relyingParty) && !host.endsWith("." + relyingParty)) {
        throw new RefusesToStart(
            "sociallook.registry.page.relying-party: "
                + relyingParty
                + " (expected: the host of the page's origin or a parent domain of it).");
      }
    }
  }

  /** An empty property is bound to no path at all. */
  private static void requireFile(String key, @Nullable Path file) {
    if (file == null || file.toString().isEmpty()) {
      throw new RefusesToStart(key + " is not set (expected: a file).");
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new RefusesToStart(key + ": " + file + " (expected: a readable file).");
    }
  }
}
