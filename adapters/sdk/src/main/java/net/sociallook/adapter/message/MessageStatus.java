package net.sociallook.adapter.message;

import net.sociallook.adapter.record.Coded;

/**
 * What became of a message.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-event-status.html">value set</a>
 */
public enum MessageStatus implements Coded {
  PREPARATION,
  IN_PROGRESS,
  NOT_DONE,
  ON_HOLD,
  STOPPED,
  COMPLETED,
  ENTERED_IN_ERROR,
  UNKNOWN
}
