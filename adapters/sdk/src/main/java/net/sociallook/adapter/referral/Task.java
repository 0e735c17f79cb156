package net.sociallook.adapter.referral;

import java.time.Instant;
import java.util.Optional;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Party;

/**
 * What is to be done for a client, and where it stands.
 *
 * @param referral the id of the referral that it carries out; empty where there is none
 * @param owner who is to do it; empty while that is open
 * @see <a href="https://hl7.org/fhir/R4/task.html">Task</a>
 */
public record Task(
    String id,
    String client,
    TaskStatus status,
    String description,
    Optional<String> referral,
    Optional<Party> owner,
    Instant authored,
    Instant lastUpdated,
    Labels labels)
    implements ClientRecord {}
