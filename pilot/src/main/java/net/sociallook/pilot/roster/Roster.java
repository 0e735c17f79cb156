package net.sociallook.pilot.roster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The people and institutions of the pilot.
 *
 * @param newcomers those of the institutions that came later, by id
 */
public record Roster(
    List<Institution> institutions, List<Client> clients, Map<String, Newcomer> newcomers) {
  public static final String JOBCENTER = "jobcenter-nordhausen";
  public static final String YOUTH_OFFICE = "youth-office-nordhausen";
  private static final int FIRST_CASE = 20_180_000;
  private static final int FIRST_CUSTOMER = 450_000;
  private static final int PARTICIPANTS = 100;

  /**
   * 10 institutions, 45 caseworkers, 80 clients: the field trial of 2018 in Nordhausen. The same on
   * every machine and at every start.
   */
  public static Roster fieldTrial() {
    List<Institution> institutions = Institutions.fieldTrial();
    return new Roster(institutions, Clients.fieldTrial(institutions), Map.of());
  }

  /** This one, with institutions that came later. */
  public Roster with(List<Newcomer> others) {
    return new Roster(
        Stream.concat(institutions.stream(), others.stream().map(Newcomer::institution)).toList(),
        clients,
        others.stream().collect(Collectors.toMap(one -> one.institution().id(), one -> one)));
  }

  /** Whether it came later, with an adapter that somebody else runs, or without one. */
  public boolean isNewcomer(Institution institution) {
    return newcomers.containsKey(institution.id());
  }

  public Optional<Institution> institution(String id) {
    return institutions.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Who has a file at an institution. */
  public List<Client> clientsOf(Institution institution) {
    return clients.stream()
        .filter(client -> client.institutions().contains(institution.id()))
        .toList();
  }

  /** The number of a client's file at an institution; each kind counts in a way of its own. */
  public String fileNumber(Client client, Institution at) {
    return switch (at.kind()) {
      case "youth-office" -> Integer.toString(FIRST_CASE + client.number());
      case "benefit-authority" ->
          String.format(Locale.ROOT, "093D%06d", FIRST_CUSTOMER + client.number());
      default ->
          String.format(
              Locale.ROOT, "TN-%04d", PARTICIPANTS * institutions.indexOf(at) + client.number());
    };
  }
}
