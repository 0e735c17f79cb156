package net.sociallook.adapter.jobcenter.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * One customer's file while it is being invented.
 *
 * @param number from 1
 * @param neighbours with whom there is something to do
 */
record CustomerFile(
    int number,
    People.Client client,
    People.Caseworker caseworker,
    List<People.Neighbour> neighbours,
    LocalDate today) {

  /** The same for the same file of people. */
  Random random(String purpose) {
    return new Random((client.localId() + purpose).hashCode() * 31L + number);
  }

  LocalDate openedOn() {
    return today.minusDays(300 + number * 53L % 700);
  }

  /** A row with what all rows have: whose it is, who works on it, that it is not deleted. */
  ObjectNode row(LocalDate changed) {
    return Fields.of(
        "kdnr",
        client.localId(),
        "bearbeiter",
        staff(caseworker),
        "schutz",
        "0",
        "schutzart",
        "",
        "geaendert",
        Writing.millis(changed, 14),
        "loeschkz",
        "0");
  }

  static ObjectNode staff(People.Caseworker caseworker) {
    return Fields.of("kennung", caseworker.id(), "name", caseworker.name() + "   ");
  }
}
