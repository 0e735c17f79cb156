package net.sociallook.adapter.appointment;

import java.util.Optional;

/**
 * What was noted about an appointment. The gateway lets none of it through to a benefit authority.
 *
 * @param cancelationReason why it was cancelled, in words
 * @param instruction what the client was told to do or to bring
 */
public record AppointmentNotes(
    Optional<String> cancelationReason, Optional<String> comment, Optional<String> instruction) {
  public static final AppointmentNotes NONE =
      new AppointmentNotes(Optional.empty(), Optional.empty(), Optional.empty());
}
