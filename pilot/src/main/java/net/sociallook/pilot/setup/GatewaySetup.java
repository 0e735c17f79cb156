package net.sociallook.pilot.setup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.process.Program;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.setup.Pki.KeyPairFiles;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.Ports;

/** Configures the gateway nodes. */
final class GatewaySetup {
  static final String NAME = "gw-";
  private static final int HEAP = 160;

  private final Setup setup;
  private final Pki pki;

  GatewaySetup(Setup setup, Pki pki) {
    this.setup = setup;
    this.pki = pki;
  }

  /**
   * @param number from 1
   */
  Program node(int number) {
    String name = NAME + number;
    Path settings = settings(name, number);
    List<String> command =
        new AppJar(setup.sources().resolve("gateway"))
            .command(
                setup.state(),
                HEAP,
                List.of("--spring.config.additional-location=file:" + settings));
    Path log = setup.state().logs().resolve(name + ".log");
    return new Program(name, command, log, new Listeners(setup).gateway(number));
  }

  private Path settings(String name, int number) {
    KeyFiles keys = setup.keys();
    Ports ports = setup.ports();
    KeyPairFiles own = pki.files(name, "gateway:" + name);
    return new SettingsFile("sociallook.gateway")
        .own("node", name)
        .own("audience", setup.audience())
        .own("issuer", setup.issuer())
        .own("registry", "https://localhost:" + ports.gateways())
        .own("files.certificate", own.certificate())
        .own("files.key", own.key())
        .own("files.ca", pki.ca())
        .own("files.institutions", institutions())
        .own("files.cluster-keys", keys.cluster())
        .own("files.cursor-key", keys.cursor())
        .own("page.rp-id", "localhost")
        .own("page.origin", setup.page())
        .set("server.port", ports.gateway(number))
        .set("management.server.port", ports.gatewayManagement(number))
        .set("management.endpoint.health.show-details", "always")
        .write(setup.state().configuration().resolve(name + ".properties"));
  }

  /** Writes who takes part, as the gateways are to know it. */
  Path institutions() {
    Path file = setup.state().configuration().resolve("gateway-institutions.json");
    JsonFile.write(
        file,
        Map.of(
            "institutions",
            setup.roster().institutions().stream().map(this::institution).toList()));
    return file;
  }

  private Map<String, Object> institution(Institution institution) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", institution.id());
    entry.put("kind", institution.kind());
    entry.put("inbox", institution.inbox());
    setup.adapter(institution).ifPresent(address -> entry.put("adapter", address));
    entry.put("signingKeys", setup.keys().endorsementPublic(institution.id()));
    return entry;
  }
}
