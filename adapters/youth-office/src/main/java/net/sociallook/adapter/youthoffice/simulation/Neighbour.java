package net.sociallook.adapter.youthoffice.simulation;

/**
 * An institution with which the simulated youth office exchanges messages.
 *
 * @param directoryId {@code partner_kennung}, its id in SOCIALLOOK
 */
public record Neighbour(String directoryId, String name) {
  /** For where nobody is given. */
  static final Neighbour JOBCENTER = new Neighbour("jobcenter-nordhausen", "Jobcenter Nordhausen");
}
