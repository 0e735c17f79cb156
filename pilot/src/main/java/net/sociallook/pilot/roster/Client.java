package net.sociallook.pilot.roster;

import java.time.LocalDate;
import java.util.List;

/**
 * A young person of the field trial; invented.
 *
 * @param number from 1
 * @param family family name
 * @param institutions where the client has a file, the ones that invite the client
 */
public record Client(
    int number, String id, String family, String given, LocalDate born, List<String> institutions) {

  /** Family name first: {@code Schmidt, Leon}. */
  public String name() {
    return family + ", " + given;
  }
}
