package net.sociallook.adapter.appointment;

import net.sociallook.adapter.record.Coded;

/**
 * Where an appointment stands.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-appointmentstatus.html">value set</a>
 */
public enum AppointmentStatus implements Coded {
  PROPOSED,
  PENDING,
  BOOKED,
  ARRIVED,
  FULFILLED,
  CANCELLED,
  NOSHOW,
  ENTERED_IN_ERROR,
  CHECKED_IN,
  WAITLIST
}
