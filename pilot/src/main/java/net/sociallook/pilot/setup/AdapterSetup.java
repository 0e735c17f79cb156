package net.sociallook.pilot.setup;

import java.nio.file.Path;
import java.util.List;
import net.sociallook.pilot.process.Program;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.setup.Pki.KeyPairFiles;

/** Configures adapters: one process for each kind, one file for each institution. */
final class AdapterSetup {
  private final Setup setup;
  private final Pki pki;

  AdapterSetup(Setup setup, Pki pki) {
    this.setup = setup;
    this.pki = pki;
  }

  Program program(SystemKind kind, ExistingSystem system) {
    List<String> files =
        setup.institutions(kind).stream().map(one -> settings(one, system).toString()).toList();
    List<String> command =
        new AppJar(setup.sources().resolve("adapters").resolve(kind.code()))
            .command(setup.state(), kind.heap(), files);
    String name = kind.adapterName();
    return new Program(
        name,
        command,
        setup.state().logs().resolve(name + ".log"),
        new Listeners(setup).adapters(kind));
  }

  private Path settings(Institution one, ExistingSystem system) {
    String institution = one.id();
    int number = setup.number(institution);
    KeyPairFiles server = pki.files("adapter-" + institution, "adapter:" + institution);
    KeyPairFiles own = pki.files(institution, "institution:" + institution);
    SettingsFile file =
        new SettingsFile("")
            .set("institution", institution)
            .set("port", setup.ports().adapter(number))
            .set("health-port", setup.ports().adapterManagement(number))
            .set("server.certificate", server.certificate())
            .set("server.key", server.key())
            .set("institution.certificate", own.certificate())
            .set("institution.key", own.key())
            .set("trust-anchor", pki.ca())
            .set("gateway-keys", setup.issuer() + "/.well-known/gateway-jwks.json")
            .set("data-directory", setup.state().data(institution).resolve("adapter"));
    system.name(file, one);
    return file.write(
        setup.state().configuration().resolve("adapter-" + institution + ".properties"));
  }
}
