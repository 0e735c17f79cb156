package net.sociallook.adapter.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Labels;

/**
 * How a client is called and can be reached.
 *
 * @see <a href="https://hl7.org/fhir/R4/patient.html">Patient</a>
 */
public record Contact(
    String client,
    String surname,
    String givenName,
    Optional<LocalDate> birthDate,
    Optional<String> phone,
    Optional<String> email,
    Optional<PostalAddress> address,
    Instant lastUpdated,
    Labels labels)
    implements ClientRecord {

  /** The existing system's own id; outside, the SDK says the pseudonym in its place. */
  @Override
  public String id() {
    return client;
  }
}
