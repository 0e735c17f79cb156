package net.sociallook.pilot.roster;

import java.time.LocalDate;
import java.util.List;

/**
 * A young person of the field trial; invented.
 *
 * @param number from 1
 * @param name family name first: {@code Schmidt, Leon}
 * @param institutions where the client has a file, the ones that invite the client
 */
public record Client(
    int number, String id, String name, LocalDate born, List<String> institutions) {
  private static final int FIRST_CASE = 20_180_000;

  /** The local id of the client in the systems of institutions. */
  public String caseNumber() {
    return Integer.toString(FIRST_CASE + number);
  }
}
