package net.sociallook.adapter.provider;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sociallook.testbed.CertificateAuthority;

/** Certificates, keys and configuration of one adapter and those around it, for tests. */
final class Surroundings implements AutoCloseable {
  static final String JONAS = "0123456789abcdef0123456789abcdef";
  static final String EMRE = "fedcba9876543210fedcba9876543210";
  static final String ALL =
      "documents,appointments,slots,schedules,goals,care-plans,messages,contact,referrals,tasks";

  final String institution;
  final CertificateAuthority authority;
  final Registry registry;
  final ECKey nodeKey;
  private final Path directory;

  Surroundings(String institution) {
    this.institution = institution;
    try {
      directory = Files.createTempDirectory("adapter");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    authority = CertificateAuthority.create(directory);
    registry = new Registry(authority);
    nodeKey = registry.newKey("gw-1-key");
    pem("adapter:" + institution, "server", "localhost", "127.0.0.1");
    pem("institution:" + institution, "institution");
    write("secret", List.of("sozial:geheim-7"));
  }

  /** Writes the properties of the simulated server, on a free port. */
  Path simulation(String kinds) {
    write("people.json", List.of(PeopleJson.of(institution)));
    return write(
        "simulation.properties",
        List.of(
            "institution=" + institution,
            "port=0",
            "secret-file=secret",
            "people=people.json",
            "today=2026-11-21",
            "kinds=" + kinds));
  }

  /** Writes the properties of an adapter on free ports. */
  Path adapter(String url, String kinds) {
    return write(
        "adapter.properties",
        List.of(
            "institution=" + institution,
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
            "system.url=" + url,
            "system.secret-file=secret",
            "kinds=" + kinds));
  }

  /** Tells the adapter whom a pseudonym means. */
  void link(int port, String pseudonym, String localId) {
    try (Caller caller =
        new Caller(authority.issue("institution:" + institution).sslContext(authority), port)) {
      caller.send(
          caller
              .to("/links/" + pseudonym)
              .header("Content-Type", "application/json")
              .PUT(BodyPublishers.ofString("{\"localId\":\"" + localId + "\"}")));
    }
  }

  Path write(String file, List<String> lines) {
    try {
      return Files.write(directory.resolve(file), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
