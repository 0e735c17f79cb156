package net.sociallook.adapter.provider.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Reference;

/**
 * One institution, as its resources are made.
 *
 * @param base of the server, for references that are absolute
 */
record House(SimulationConfig config, String base) {
  static final String MAKE = "https://traegerakte.example/fhir/";

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final int FIRST_PATIENT = 1000;
  private static final int FIRST_WORKER = 51;

  LocalDate today() {
    return config.today();
  }

  Wording wording() {
    return Wording.of(config.people().institution());
  }

  List<People.Neighbour> neighbours() {
    return config.people().neighbours();
  }

  static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ZONE).toInstant();
  }

  static Date date(LocalDate day, int hour) {
    return Date.from(at(day, hour));
  }

  static String patientId(int client) {
    return Integer.toString(FIRST_PATIENT + client);
  }

  static String workerId(int worker) {
    return Integer.toString(FIRST_WORKER + worker);
  }

  /** The number of a client's n-th resource of a type, n up to 99. */
  static String number(int client, int n) {
    return Integer.toString((client + 1) * 100 + n);
  }

  /** As this make writes references: now and then with a version, now and then absolute. */
  Reference patient(int client, int n) {
    String relative = "Patient/" + patientId(client);
    return new Reference(
        switch (n % 3) {
          case 0 -> relative + "/_history/2";
          case 1 -> base + "/" + relative;
          default -> relative;
        });
  }

  /** The caseworker who looks after a client. */
  Reference worker(int client) {
    int worker = client % config.people().caseworkers().size();
    return new Reference("Practitioner/" + workerId(worker));
  }
}
