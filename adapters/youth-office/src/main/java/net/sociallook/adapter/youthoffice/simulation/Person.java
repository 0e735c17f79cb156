package net.sociallook.adapter.youthoffice.simulation;

import java.time.LocalDate;

/**
 * A person in the simulated case system.
 *
 * @param number {@code pers_nr}, the local id of the client
 */
public record Person(String number, String surname, String givenName, LocalDate birthDate) {
  String name() {
    return givenName + " " + surname;
  }
}
