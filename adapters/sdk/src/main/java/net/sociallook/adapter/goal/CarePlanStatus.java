package net.sociallook.adapter.goal;

import net.sociallook.adapter.record.Coded;

/**
 * Whether a care plan holds.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-request-status.html">value set</a>
 */
public enum CarePlanStatus implements Coded {
  DRAFT,
  ACTIVE,
  ON_HOLD,
  REVOKED,
  COMPLETED,
  ENTERED_IN_ERROR,
  UNKNOWN
}
