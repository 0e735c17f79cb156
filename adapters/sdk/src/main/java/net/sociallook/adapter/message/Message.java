package net.sociallook.adapter.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Party;

/**
 * A message about a client, as FHIR's Communication describes it.
 *
 * @param category kinds by which messages are grouped; may be empty
 * @param recipients at least one
 * @param inResponseTo the id of the message that it answers
 * @see <a href="https://hl7.org/fhir/R4/communication.html">Communication</a>
 */
public record Message(
    String id,
    String client,
    MessageStatus status,
    List<Code> category,
    Instant sent,
    Optional<Instant> received,
    Party sender,
    List<Party> recipients,
    String topic,
    String text,
    Optional<String> inResponseTo,
    Instant lastUpdated,
    Labels labels)
    implements ClientRecord {

  public Message {
    category = List.copyOf(category);
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("recipients: none (expected: at least one)");
    }
  }
}
