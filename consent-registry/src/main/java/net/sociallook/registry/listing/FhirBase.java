package net.sociallook.registry.listing;

/**
 * Where the registry's own FHIR resources are.
 *
 * @param address an https address without a slash at its end
 */
record FhirBase(String address) {}
