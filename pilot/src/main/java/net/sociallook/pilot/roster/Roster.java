package net.sociallook.pilot.roster;

import java.util.List;

/** The people and institutions of the pilot. The same on every machine and at every start. */
public record Roster(List<Institution> institutions, List<Client> clients) {
  public static final String JOBCENTER = "jobcenter-nordhausen";
  public static final String YOUTH_OFFICE = "youth-office-nordhausen";

  /** 10 institutions, 45 caseworkers, 80 clients: the field trial of 2018 in Nordhausen. */
  public static Roster fieldTrial() {
    List<Institution> institutions = Institutions.fieldTrial();
    return new Roster(institutions, Clients.fieldTrial(institutions));
  }
}
