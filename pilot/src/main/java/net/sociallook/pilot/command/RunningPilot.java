package net.sociallook.pilot.command;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.pilot.state.StateDirectory;

/** A pilot that runs, as {@code pilot.json} tells of it. */
final class RunningPilot {
  private final StateDirectory state;
  private final PilotFile file;
  private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

  private RunningPilot(StateDirectory state, PilotFile file) {
    this.state = state;
    this.file = file;
  }

  static RunningPilot in(StateDirectory state) {
    PilotFile file =
        JsonFile.read(state.pilotFile(), PilotFile.class)
            .orElseThrow(() ->
                new CommandFailed(
                    "No pilot runs here ("
                        + state.shown(state.pilotFile())
                        + " is missing). Start it with ./sociallook pilot"));
    return new RunningPilot(state, file);
  }

  StateDirectory state() {
    return state;
  }

  PilotFile file() {
    return file;
  }

  PilotFile.Institution institution(String id) {
    return file.institutions().stream()
        .filter(institution -> institution.id().equals(id) || institution.name().equals(id))
        .findFirst()
        .orElseThrow(
            () -> unknown("institution", id, "an id of pilot.json, such as jobcenter-nordhausen"));
  }

  /**
   * @param named the id, or the name in either order
   */
  PilotFile.Client client(String named) {
    List<PilotFile.Client> found =
        file.clients().stream()
            .filter(client -> client.id().equals(named) || isNamed(client.name(), named))
            .toList();
    return switch (found.size()) {
      case 1 -> found.getFirst();
      case 0 -> throw unknown("client", named, "an id or a name of pilot.json, such as client-01");
      default -> throw unknown("client", named, "the id: more than one client has this name");
    };
  }

  PilotFile.Caseworker caseworker(PilotFile.Institution institution, String named) {
    return institution.caseworkers().stream()
        .filter(worker -> worker.id().equals(named) || isNamed(worker.name(), named))
        .findFirst()
        .orElseThrow(() ->
            unknown("caseworker", named, "an id or a name of the staff of " + institution.id()));
  }

  String pseudonym(PilotFile.Client client, PilotFile.Institution institution) {
    String pseudonym = client.pseudonyms().get(institution.id());
    if (pseudonym == null) {
      throw new CommandFailed(
          institution.id() + " does not know " + client.id() + ": not linked there");
    }
    return pseudonym;
  }

  Endpoint registry(PilotFile.Institution as) {
    return new Endpoint(file.registry(), clientOf(as));
  }

  Endpoint gateway(PilotFile.Institution as) {
    return new Endpoint(file.gateway().getFirst(), clientOf(as));
  }

  /**
   * Shows the institution's certificate; the same one for every call, for it keeps connections
   * open.
   */
  HttpClient clientOf(PilotFile.Institution as) {
    return clients.computeIfAbsent(
        as.id(),
        id ->
            Trust.clientWith(
                state.resolve(file.ca()), state.resolve(as.cert()), state.resolve(as.key())));
  }

  /** "Schmidt, Leon", "Leon Schmidt" or "Schmidt", in any case. */
  private static boolean isNamed(String name, String asked) {
    String[] parts = name.toLowerCase(Locale.ROOT).split(", ", 2);
    String wanted = asked.toLowerCase(Locale.ROOT).strip();
    return wanted.equals(String.join(", ", parts))
        || wanted.equals(parts[parts.length - 1] + " " + parts[0])
        || wanted.equals(parts[0]);
  }

  private static CommandFailed unknown(String what, String value, String expected) {
    return new CommandFailed(what + ": " + value + " (expected: " + expected + ")");
  }
}
