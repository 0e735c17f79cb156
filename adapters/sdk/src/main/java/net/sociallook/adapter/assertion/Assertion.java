package net.sociallook.adapter.assertion;

import java.util.Optional;
import net.sociallook.adapter.link.Pseudonym;

/**
 * A gateway's statement that it decided one request, as docs/protocol.md section 9 lists it. The
 * hashes are those of the request as it was sent.
 *
 * @param node the gateway node that signed it
 * @param caseworker empty when the client is the one who asks
 * @param ledger the record of the decision in the ledger
 */
record Assertion(
    String node,
    String audience,
    long issuedAt,
    String id,
    String ledger,
    String method,
    String uriHash,
    String bodyHash,
    Pseudonym patient,
    String recipient,
    Optional<String> caseworker,
    String purpose,
    Optional<Stamp> stamp) {}
