package net.sociallook.pilot.setup;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import net.sociallook.pilot.process.Program;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.setup.Pki.KeyPairFiles;

/** Configures the youth office's adapter and the simulated case system behind it. */
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
    return new SettingsFile("adapter")
        .own("certificate", server.certificate())
        .own("key", server.key())
        .own("ca", pki.ca())
        .own("database", database.url())
        .write(setup.state().configuration().resolve(NAME + ".properties"));
  }
}
