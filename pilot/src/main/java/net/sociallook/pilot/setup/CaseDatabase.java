package net.sociallook.pilot.setup;

import java.nio.file.Path;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.StateDirectory;

/** The youth office's case system: a database and a folder of files. */
record CaseDatabase(StateDirectory state, Database database) implements ExistingSystem {
  @Override
  public void name(SettingsFile adapter, Institution institution) {
    adapter
        .set("database.url", database.url())
        .set("database.user", database.user())
        .set("database.password-file", password())
        .set("files", state.data(institution.id()).resolve("files"));
  }

  private Path password() {
    Path file = state.keys().resolve("youth-office-database.secret");
    JsonFile.writeText(file, database.password());
    return file;
  }
}
