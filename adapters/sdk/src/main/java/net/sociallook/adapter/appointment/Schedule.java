package net.sociallook.adapter.appointment;

import java.time.Instant;
import java.util.Optional;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Labels;

/**
 * A calendar in which appointments can be had.
 *
 * @param service what one comes for, in words for people
 * @param caseworker whose calendar it is; empty where it is nobody's in particular
 * @param start the first instant that it covers
 * @param end the first instant after
 * @see <a href="https://hl7.org/fhir/R4/schedule.html">Schedule</a>
 */
public record Schedule(
    String id,
    boolean active,
    String service,
    Optional<Author> caseworker,
    Instant start,
    Instant end,
    Instant lastUpdated,
    Labels labels)
    implements Item {}
