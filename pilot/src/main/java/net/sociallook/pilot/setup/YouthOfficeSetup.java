package net.sociallook.pilot.setup;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import net.sociallook.pilot.process.Program;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.setup.Pki.KeyPairFiles;
import net.sociallook.pilot.state.JsonFile;

/** Configures the youth office's adapter. */
final class YouthOfficeSetup {
  private static final int HEAP = 128;
  private static final String NAME = "adapter-youth-office";

  private final Setup setup;
  private final Pki pki;

  YouthOfficeSetup(Setup setup, Pki pki) {
    this.setup = setup;
    this.pki = pki;
  }

  Program program(Database database) {
    Path settings = settings(database);
    List<String> command =
        new AppJar(setup.sources().resolve("adapters/youth-office"))
            .command(setup.state(), HEAP, List.of(settings.toString()));
    URI health = URI.create("http://127.0.0.1:" + setup.ports().adapterManagement(1) + "/health");
    return new Program(NAME, command, setup.state().logs().resolve(NAME + ".log"), health);
  }

  private Path settings(Database database) {
    String institution = Roster.YOUTH_OFFICE;
    KeyPairFiles server = pki.files("adapter-" + institution, "adapter:" + institution);
    KeyPairFiles own = pki.files(institution, "institution:" + institution);
    return new SettingsFile("")
        .set("institution", institution)
        .set("port", setup.ports().adapter(1))
        .set("health-port", setup.ports().adapterManagement(1))
        .set("server.certificate", server.certificate())
        .set("server.key", server.key())
        .set("institution.certificate", own.certificate())
        .set("institution.key", own.key())
        .set("trust-anchor", pki.ca())
        .set("gateway-keys", setup.issuer() + "/.well-known/gateway-jwks.json")
        .set("data-directory", setup.state().data(institution).resolve("adapter"))
        .set("database.url", database.url())
        .set("database.user", database.user())
        .set("database.password-file", password(database))
        .set("files", setup.state().data(institution).resolve("files"))
        .write(setup.state().configuration().resolve(NAME + ".properties"));
  }

  private Path password(Database database) {
    Path file = setup.state().keys().resolve("youth-office-database.secret");
    JsonFile.writeText(file, database.password());
    return file;
  }
}
