package net.sociallook.pilot.scene;

/**
 * What a caseworker's system asks of the gateway.
 *
 * @param caseworker directory id
 * @param path below {@code /fhir/{holder}/}; what stands in braces is taken from {@link Memory}
 */
public record Question(String institution, String caseworker, String holder, String path) {}
