package net.sociallook.registry.grant;

/** What proves to a gateway that the client agreed. */
public sealed interface Evidence permits SignedEvidence {

  /** Whether the holder vouched for it under this pseudonym of the client. */
  boolean isFor(String pseudonym);
}
