package net.sociallook.adapter.youthoffice.simulation;

import java.util.List;

/**
 * What the simulated case system is filled with.
 *
 * @param seed the same seed, people and caseworkers give the same rows and the same files
 * @param caseworkers at least one
 */
public record Stock(long seed, List<Person> people, List<Caseworker> caseworkers) {
  public Stock {
    people = List.copyOf(people);
    caseworkers = List.copyOf(caseworkers);
    if (caseworkers.isEmpty()) {
      throw new IllegalArgumentException("caseworkers: none (expected: at least one)");
    }
  }
}
