package net.sociallook.pilot.setup;

import java.util.Comparator;
import java.util.List;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Roster;

/**
 * Who is in the simulated system of one institution, as its people file says it.
 *
 * @param neighbours with whom messages are exchanged; the most important first
 */
record People(
    Head institution,
    List<Caseworker> caseworkers,
    List<Participant> clients,
    List<Neighbour> neighbours) {

  record Head(String id, String name, String kind) {}

  record Caseworker(String id, String family, String given, String role, String team) {}

  /**
   * @param localId the number of the client's file there
   * @param born an ISO date
   */
  record Participant(String localId, String family, String given, String born) {}

  record Neighbour(String id, String name, List<Colleague> caseworkers) {}

  record Colleague(String id, String family, String given) {}

  static People of(Institution institution, Roster roster) {
    return new People(
        new Head(institution.id(), institution.name(), institution.kind()),
        institution.caseworkers().stream().map(People::caseworker).toList(),
        roster.clientsOf(institution).stream()
            .map(client -> participant(client, roster.fileNumber(client, institution)))
            .toList(),
        roster.institutions().stream()
            .filter(other -> !other.equals(institution))
            .filter(other -> !roster.isNewcomer(other))
            .sorted(Comparator.comparing(other -> !other.id().equals(closestTo(institution))))
            .map(People::neighbour)
            .toList());
  }

  /** With whom an institution has most to do. */
  private static String closestTo(Institution institution) {
    return institution.id().equals(Roster.JOBCENTER) ? Roster.YOUTH_OFFICE : Roster.JOBCENTER;
  }

  private static Caseworker caseworker(Institution.Caseworker one) {
    return new Caseworker(one.id(), one.family(), one.given(), one.role().code(), one.team());
  }

  private static Participant participant(Client client, String localId) {
    return new Participant(localId, client.family(), client.given(), client.born().toString());
  }

  private static Neighbour neighbour(Institution other) {
    return new Neighbour(
        other.id(),
        other.name(),
        other.caseworkers().stream()
            .map(one -> new Colleague(one.id(), one.family(), one.given()))
            .toList());
  }
}
