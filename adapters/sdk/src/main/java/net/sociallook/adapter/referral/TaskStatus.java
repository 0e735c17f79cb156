package net.sociallook.adapter.referral;

import net.sociallook.adapter.record.Coded;

/**
 * Where a task stands.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-task-status.html">value set</a>
 */
public enum TaskStatus implements Coded {
  DRAFT,
  REQUESTED,
  RECEIVED,
  ACCEPTED,
  REJECTED,
  READY,
  CANCELLED,
  IN_PROGRESS,
  ON_HOLD,
  FAILED,
  COMPLETED,
  ENTERED_IN_ERROR
}
