package net.sociallook.adapter.goal;

import net.sociallook.adapter.record.Coded;

/**
 * How far a goal has been reached.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-goal-achievement.html">value set</a>
 */
public enum GoalAchievement implements Coded {
  IN_PROGRESS,
  IMPROVING,
  WORSENING,
  NO_CHANGE,
  ACHIEVED,
  SUSTAINING,
  NOT_ACHIEVED,
  NO_PROGRESS,
  NOT_ATTAINABLE
}
