package net.sociallook.adapter.appointment;

import net.sociallook.adapter.record.Coded;

/**
 * Whether a span of a calendar is free.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-slotstatus.html">value set</a>
 */
public enum SlotStatus implements Coded {
  BUSY,
  FREE,
  BUSY_UNAVAILABLE,
  BUSY_TENTATIVE,
  ENTERED_IN_ERROR
}
