package net.sociallook.adapter.record;

import java.time.Instant;

/** Anything that an existing system holds and that is answered as one FHIR resource. */
public interface Item {
  /**
   * The record's id: letters, digits, {@code -} and {@code .}, at most 60 characters, never given
   * to another record later.
   */
  String id();

  /** When the existing system changed its record of it. */
  Instant lastUpdated();

  Labels labels();
}
