package net.sociallook.adapter.appointment;

import java.time.Instant;
import java.util.Optional;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Labels;

/**
 * An appointment of a client.
 *
 * @param description what it is about, in words for people
 * @param caseworker with whom; empty where nobody is named
 * @param place in words; empty where there is none
 * @param slot the id of the slot that it takes up; empty where it is in no calendar
 * @see <a href="https://hl7.org/fhir/R4/appointment.html">Appointment</a>
 */
public record Appointment(
    String id,
    String client,
    AppointmentStatus status,
    Instant start,
    Instant end,
    String description,
    Optional<Author> caseworker,
    Optional<String> place,
    Optional<String> slot,
    AppointmentNotes notes,
    Instant lastUpdated,
    Labels labels)
    implements ClientRecord {

  public Appointment {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("end: before the start");
    }
    if (notes.cancelationReason().isPresent() && status != AppointmentStatus.CANCELLED) {
      throw new IllegalArgumentException(
          "cancelationReason: given for " + status.code() + " (expected: cancelled only)");
    }
  }
}
