package net.sociallook.testbed.adapter;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.testbed.CertificateAuthority;

/** Certificates, keys and configuration of one institution's adapter and those around it. */
public final class Surroundings implements AutoCloseable {
  /** Pseudonyms of two clients at the institution. */
  public static final String JONAS = "0123456789abcdef0123456789abcdef";

  public static final String EMRE = "fedcba9876543210fedcba9876543210";

  /** The only gateway node of which the adapter knows. */
  static final String NODE = "gw-1";

  private final String institution;
  private final Path directory;
  private final CertificateAuthority authority;
  private final Registry registry;
  private final ECKey nodeKey;

  public Surroundings(String institution) {
    this.institution = institution;
    try {
      directory = Files.createTempDirectory("adapter");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    authority = CertificateAuthority.create(directory);
    registry = new Registry(authority);
    nodeKey = registry.newKey(NODE + "-key");
    pem("adapter:" + institution, "server", "localhost", "127.0.0.1");
    pem("institution:" + institution, "institution");
  }

  /**
   * Writes the properties of the adapter, on free ports.
   *
   * @param system the lines about the existing system
   */
  public Path configuration(List<String> system) {
    Stream<String> lines =
        Stream.of(
            "institution=" + institution,
            "port=0",
            "health-port=0",
            "server.certificate=server.pem",
            "server.key=server.key",
            "institution.certificate=institution.pem",
            "institution.key=institution.key",
            "trust-anchor=ca.pem",
            "gateway-keys=" + registry.keyAddress(),
            "gateways=" + NODE,
            "data-directory=data");
    return write("adapter.properties", Stream.concat(lines, system.stream()).toList());
  }

  /** Writes a file beside the properties. */
  public Path write(String file, List<String> lines) {
    try {
      return Files.write(directory.resolve(file), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A caller of the adapter on this port, with a new certificate for this name. */
  public Caller callerAs(String commonName, int port) {
    return new Caller(authority.issue(commonName).sslContext(authority), port);
  }

  /** The institution tells its adapter whom a pseudonym means. */
  public HttpResponse<String> link(int port, String pseudonym, String localId) {
    try (Caller caller = callerAs("institution:" + institution, port)) {
      return caller.link(pseudonym, localId);
    }
  }

  public String institution() {
    return institution;
  }

  public CertificateAuthority authority() {
    return authority;
  }

  public Registry registry() {
    return registry;
  }

  ECKey nodeKey() {
    return nodeKey;
  }

  private void pem(String commonName, String file, String... hosts) {
    authority
        .issue(commonName, hosts)
        .writePem(directory.resolve(file + ".pem"), directory.resolve(file + ".key"));
  }

  @Override
  public void close() {
    registry.close();
  }
}
