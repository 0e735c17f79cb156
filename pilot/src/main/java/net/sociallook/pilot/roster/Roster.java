package net.sociallook.pilot.roster;

import java.util.List;
import java.util.Locale;

/** The people and institutions of the pilot. The same on every machine and at every start. */
public record Roster(List<Institution> institutions, List<Client> clients) {
  public static final String JOBCENTER = "jobcenter-nordhausen";
  public static final String YOUTH_OFFICE = "youth-office-nordhausen";
  private static final int FIRST_CASE = 20_180_000;
  private static final int FIRST_CUSTOMER = 450_000;
  private static final int PARTICIPANTS = 100;

  /** 10 institutions, 45 caseworkers, 80 clients: the field trial of 2018 in Nordhausen. */
  public static Roster fieldTrial() {
    List<Institution> institutions = Institutions.fieldTrial();
    return new Roster(institutions, Clients.fieldTrial(institutions));
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
