package net.sociallook.adapter.jobcenter;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sociallook.testbed.CertificateAuthority;

/** Certificates, keys and configuration of one adapter and those around it, for tests. */
final class Surroundings implements AutoCloseable {
  static final String INSTITUTION = "jobcenter-nordhausen";
  static final String JONAS = "0123456789abcdef0123456789abcdef";
  static final String EMRE = "fedcba9876543210fedcba9876543210";

  final CertificateAuthority authority;
  final Registry registry;
  final ECKey nodeKey;
  private final Path directory;

  Surroundings() {
    try {
      directory = Files.createTempDirectory("adapter");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    authority = CertificateAuthority.create(directory);
    registry = new Registry(authority);
    nodeKey = registry.newKey("gw-1-key");
    pem("adapter:" + INSTITUTION, "server", "localhost", "127.0.0.1");
    pem("institution:" + INSTITUTION, "institution");
  }

  /** Writes the properties of an adapter on free ports to the case system there. */
  Path configuration(String systemUrl) {
    List<String> lines =
        List.of(
            "institution=" + INSTITUTION,
            "port=0",
            "health-port=0",
            "server.certificate=server.pem",
            "server.key=server.key",
            "institution.certificate=institution.pem",
            "institution.key=institution.key",
            "trust-anchor=ca.pem",
            "gateway-keys=" + registry.keyAddress(),
            "gateways=gw-1",
            "data-directory=data",
            "system.url=" + systemUrl,
            "system.secret-file=secret.txt",
            "system.timeout=3");
    try {
      Files.writeString(directory.resolve("secret.txt"), CaseSystem.SECRET + "\n");
      return Files.write(directory.resolve("adapter.properties"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path directory() {
    return directory;
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
