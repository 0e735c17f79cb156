package net.sociallook.adapter.provider;

import java.nio.file.Path;
import java.util.List;
import net.sociallook.testbed.adapter.Surroundings;

/** The properties of a simulated server and of an adapter to it, which share a secret. */
final class Configurations {
  static final String ALL =
      "documents,appointments,slots,schedules,goals,care-plans,messages,contact,referrals,tasks";

  private Configurations() {}

  /** On a free port. */
  static Path simulation(Surroundings around, String kinds) {
    secret(around);
    around.write("people.json", List.of(PeopleJson.of(around.institution())));
    return around.write(
        "simulation.properties",
        List.of(
            "institution=" + around.institution(),
            "port=0",
            "secret-file=secret",
            "people=people.json",
            "today=2026-11-21",
            "kinds=" + kinds));
  }

  static Path adapter(Surroundings around, String url, String kinds) {
    secret(around);
    return around.configuration(
        List.of("system.url=" + url, "system.secret-file=secret", "kinds=" + kinds));
  }

  private static void secret(Surroundings around) {
    around.write("secret", List.of("sozial:geheim-7"));
  }
}
