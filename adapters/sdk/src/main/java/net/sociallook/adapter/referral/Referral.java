package net.sociallook.adapter.referral;

import java.time.Instant;
import java.util.Optional;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Party;

/**
 * That a client is to get a service elsewhere, as FHIR's ServiceRequest describes it.
 *
 * @param service what is asked for
 * @param performer of whom it is asked; empty while that is open
 * @see <a href="https://hl7.org/fhir/R4/servicerequest.html">ServiceRequest</a>
 */
public record Referral(
    String id,
    String client,
    ReferralStatus status,
    Code service,
    Instant authored,
    Optional<Author> requester,
    Optional<Party> performer,
    Instant lastUpdated,
    Labels labels)
    implements ClientRecord {}
