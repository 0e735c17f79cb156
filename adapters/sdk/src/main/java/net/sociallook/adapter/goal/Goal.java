package net.sociallook.adapter.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Labels;

/**
 * A goal that was agreed with a client.
 *
 * @param description the goal in words
 * @param due until when; empty where no day is set
 * @param achievement how far it was reached; the gateway lets it through to no benefit authority
 * @param statusReason why it stands so, in words; as achievement
 * @param author with whom it was agreed; empty where the client alone set it
 * @see <a href="https://hl7.org/fhir/R4/goal.html">Goal</a>
 */
public record Goal(
    String id,
    String client,
    GoalStatus status,
    String description,
    LocalDate start,
    Optional<LocalDate> due,
    Optional<GoalAchievement> achievement,
    Optional<String> statusReason,
    Optional<Author> author,
    Instant lastUpdated,
    Labels labels)
    implements ClientRecord {}
