package net.sociallook.adapter.appointment;

import java.time.Instant;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Labels;

/**
 * A span of a calendar. It is about nobody: who has taken it is not part of it.
 *
 * @param schedule the id of the schedule that it is in
 * @see <a href="https://hl7.org/fhir/R4/slot.html">Slot</a>
 */
public record Slot(
    String id,
    String schedule,
    SlotStatus status,
    Instant start,
    Instant end,
    Instant lastUpdated,
    Labels labels)
    implements Item {}
