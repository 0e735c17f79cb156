package net.sociallook.pilot.setup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sociallook.pilot.process.Program;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Institution.Caseworker;
import net.sociallook.pilot.setup.Pki.KeyPairFiles;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.Ports;

/** Configures the consent registry. */
final class RegistrySetup {
  static final String NAME = "registry";
  private static final int HEAP = 224;

  /** Since when the field trial's institutions are bound to secrecy (§ 78 SGB X). */
  private static final String COMMITTED = "2018-01-15";

  private final Setup setup;
  private final Pki pki;

  RegistrySetup(Setup setup, Pki pki) {
    this.setup = setup;
    this.pki = pki;
  }

  Program program(Database database, int gateways) {
    Path settings = settings(database, gateways);
    List<String> command =
        new AppJar(setup.sources().resolve("consent-registry"))
            .command(
                setup.state(),
                HEAP,
                List.of("--spring.config.additional-location=file:" + settings));
    Path log = setup.state().logs().resolve("registry.log");
    return new Program(NAME, command, log, new Listeners(setup).registry());
  }

  private Path settings(Database database, int gateways) {
    Ports ports = setup.ports();
    KeyFiles keys = setup.keys();
    KeyPairFiles own = pki.files("registry", "registry");
    SettingsFile file =
        new SettingsFile("sociallook.registry")
            .own("listeners.institutions.port", ports.institutions())
            .own("listeners.gateways.port", ports.gateways())
            .own("listeners.browser.port", ports.browser())
            .own("tls.certificate", own.certificate())
            .own("tls.key", own.key())
            .own("tls.trust", pki.ca())
            .own("database.url", database.url())
            .own("database.owner.user", database.user())
            .own("database.owner.password", database.password())
            .own("database.service.user", "registry_service")
            .own("database.service.password", keys.secret("registry-service"))
            .own("page.origin", setup.page())
            .own("page.relying-party", "localhost")
            .own("staff.origin", setup.issuer())
            .own("staff.relying-party", "localhost")
            .own("directory", directory())
            .own("pseudonym-key", keys.secretFile("pseudonym"))
            .set("management.server.port", ports.registryManagement());
    tokens(file, keys);
    ownAccess(file, gateways);
    file.own("push.keys", keys.push()).own("push.contact", "https://sociallook.net");
    inboxes(file, gateways);
    return file.write(setup.state().configuration().resolve("registry.properties"));
  }

  private void tokens(SettingsFile file, KeyFiles keys) {
    file.own("token.issuer", setup.issuer())
        .own("token.audience", setup.audience())
        .own("token.cluster-keys", keys.clusterPublic());
  }

  private void ownAccess(SettingsFile file, int gateways) {
    KeyPairFiles page = pki.files("client-page", "client-page");
    file.own("own-access.gateways", addresses(gateways))
        .own("own-access.certificate", page.certificate())
        .own("own-access.key", page.key());
  }

  private String addresses(int gateways) {
    return IntStream.rangeClosed(1, gateways)
        .mapToObj(number -> setup.gateway(number).toString())
        .collect(Collectors.joining(","));
  }

  private void inboxes(SettingsFile file, int gateways) {
    List<Path> certificates =
        setup.roster().institutions().stream()
            .filter(Institution::inbox)
            .map(one -> pki.inbox(one.id()).certificate())
            .toList();
    if (!certificates.isEmpty()) {
      file.own("inbox.gateways", addresses(gateways))
          .own("inbox.certificates", String.valueOf(certificates.getFirst().getParent()));
    }
  }

  /** Writes who takes part, as the registry is to know it. */
  Path directory() {
    Path file = setup.state().configuration().resolve("directory.json");
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
    entry.put("name", institution.name());
    entry.put("kind", institution.kind());
    setup.adapter(institution).ifPresent(address -> entry.put("adapter", address));
    entry.put("commitmentDate", COMMITTED);
    entry.put("inbox", institution.inbox());
    entry.put("signingKeys", setup.keys().endorsementPublic(institution.id()));
    entry.put("teams", teams(institution));
    entry.put("caseworkers", institution.caseworkers().stream().map(this::caseworker).toList());
    return entry;
  }

  private static List<Map<String, String>> teams(Institution institution) {
    return institution.caseworkers().stream()
        .map(Caseworker::team)
        .distinct()
        .map(team -> Map.of("id", team, "name", "Team " + team.toUpperCase(java.util.Locale.ROOT)))
        .toList();
  }

  private Map<String, Object> caseworker(Caseworker caseworker) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", caseworker.id());
    entry.put("name", caseworker.name());
    entry.put("role", caseworker.role().german());
    entry.put("roleCode", caseworker.role().code());
    entry.put("team", caseworker.team());
    if (caseworker.role().isBoundToSecrecy()) {
      entry.put("professionalSecrecy", true);
    }
    return entry;
  }
}
