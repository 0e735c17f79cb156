package net.sociallook.adapter.youthoffice.simulation;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who works at the simulated youth office.
 *
 * @param initials {@code kürzel}, at most 8 characters, unique
 * @param directoryId the id in the directory of SOCIALLOOK; empty where the system does not know it
 */
public record Caseworker(
    String initials, String surname, String givenName, Optional<String> directoryId) {

  /** For where nobody is given. */
  static final List<Caseworker> INVENTED =
      List.of(
          new Caseworker("BRAS", "Braun", "Sabine", Optional.empty()),
          new Caseworker("KÖLM", "Köhler", "Matthias", Optional.empty()),
          new Caseworker("YILD", "Yıldız", "Defne", Optional.empty()),
          new Caseworker("SCHÜ", "Schütz", "Renate", Optional.empty()));

  String name() {
    return givenName + " " + surname;
  }
}
