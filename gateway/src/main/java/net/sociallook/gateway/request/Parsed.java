package net.sociallook.gateway.request;

/** What came of reading a request. */
public sealed interface Parsed {
  record Understood(FhirRequest request) implements Parsed {}

  record NotUnderstood(Misfit misfit) implements Parsed {}
}
