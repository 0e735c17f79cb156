package net.sociallook.adapter.youthoffice.simulation;

import java.time.LocalDate;
import java.util.List;

/**
 * What the simulated case system is filled with.
 *
 * @param seed the same seed, people and caseworkers give the same rows and the same files
 * @param caseworkers at least one
 * @param neighbour with whom messages are exchanged
 * @param today the day around which appointments and free spans of calendars lie
 */
public record Stock(
    long seed,
    List<Person> people,
    List<Caseworker> caseworkers,
    Neighbour neighbour,
    LocalDate today) {
  public Stock {
    people = List.copyOf(people);
    caseworkers = List.copyOf(caseworkers);
    if (caseworkers.isEmpty()) {
      throw new IllegalArgumentException("caseworkers: none (expected: at least one)");
    }
  }

  /** With the jobcenter as neighbour, on the day on which the case files end. */
  public Stock(long seed, List<Person> people, List<Caseworker> caseworkers) {
    this(seed, people, caseworkers, Neighbour.JOBCENTER, CaseFile.TODAY);
  }
}
