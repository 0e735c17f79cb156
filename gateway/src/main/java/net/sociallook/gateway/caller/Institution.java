package net.sociallook.gateway.caller;

import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;

/**
 * An institution as this node's configuration knows it.
 *
 * @param adapter base URL of its adapter, without {@code /fhir}; empty where it holds nothing
 * @param signingKeys by key id, the P-256 keys it endorses clients' keys and states what it
 *     witnessed with
 * @param witnessed levels beside the passkey at which a grant opens its data
 */
public record Institution(
    InstitutionId id,
    InstitutionKind kind,
    Optional<URI> adapter,
    Map<String, ECPublicKey> signingKeys,
    Set<EvidenceLevel> witnessed) {
  public Institution {
    signingKeys = Map.copyOf(signingKeys);
    witnessed = Set.copyOf(witnessed);
  }
}
