package net.sociallook.adapter.resource;

import net.sociallook.adapter.link.Pseudonym;
import org.hl7.fhir.r4.model.Reference;

/**
 * Whom resources are about, and whose they are.
 *
 * @param patient the pseudonym by which was asked
 * @param institution the holder
 */
public record Subject(Pseudonym patient, String institution) {
  Reference patientReference() {
    return new Reference("Patient/" + patient.value());
  }

  Reference holderReference() {
    return new Reference("Organization/" + institution);
  }
}
