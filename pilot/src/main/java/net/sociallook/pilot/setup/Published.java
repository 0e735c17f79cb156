package net.sociallook.pilot.setup;

import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.pilot.state.StateDirectory;

/** What {@code pilot.json} tells of an institution. */
public record Published(Setup setup) {

  public PilotFile.Institution of(Institution institution) {
    StateDirectory state = setup.state();
    return new PilotFile.Institution(
        institution.id(),
        institution.name(),
        institution.kind(),
        state.shown(state.pki().resolve(institution.id() + ".pem")),
        state.shown(state.pki().resolve(institution.id() + ".key")),
        setup.servedAt(institution).orElse(null),
        institution.caseworkers().stream()
            .map(one -> new PilotFile.Caseworker(one.id(), one.name(), one.role().code()))
            .toList());
  }
}
