package net.sociallook.gateway.filter;

import net.sociallook.consent.ClientId;

/**
 * The client's two names: the holder's answer uses the one, what is released the other.
 *
 * @param atHolder the client's pseudonym at the holder
 * @param atRecipient her pseudonym at the recipient
 */
public record PseudonymTranslation(ClientId atHolder, ClientId atRecipient) {
  public PseudonymTranslation {
    requireId("atHolder", atHolder);
    requireId("atRecipient", atRecipient);
  }

  /** A pseudonym becomes part of a FHIR reference, so it must be a FHIR id. */
  private static void requireId(String name, ClientId id) {
    if (!FhirIds.isId(id.value())) {
      throw new IllegalArgumentException(name + ": not a FHIR id (expected: [A-Za-z0-9.-]{1,64})");
    }
  }
}
