package net.sociallook.adapter.goal;

import net.sociallook.adapter.record.Coded;

/**
 * Where a goal stands.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-goal-status.html">value set</a>
 */
public enum GoalStatus implements Coded {
  PROPOSED,
  PLANNED,
  ACCEPTED,
  ACTIVE,
  ON_HOLD,
  COMPLETED,
  CANCELLED,
  ENTERED_IN_ERROR,
  REJECTED
}
