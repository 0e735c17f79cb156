package net.sociallook.consent;

/**
 * The FHIR interactions that SOCIALLOOK knows. Everything else (history, patch, operations, batch)
 * does not exist here.
 */
public enum Interaction {
  READ,
  SEARCH,
  CREATE,
  UPDATE,
  DELETE
}
