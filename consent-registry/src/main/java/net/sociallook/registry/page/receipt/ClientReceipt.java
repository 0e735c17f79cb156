package net.sociallook.registry.page.receipt;

import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.registry.grant.Giving;
import net.sociallook.registry.grant.SignedEvidence;

/**
 * All that a receipt is made of.
 *
 * @param fields those of ISO/IEC TS 27560, with what stands now
 * @param signed what was signed last
 */
record ClientReceipt(
    UUID id, Grant grant, Map<String, Object> fields, Giving.Signed signed, Evidence evidence) {

  /** What proves it: the document with its signature, and whose key that is. */
  record Evidence(SignedEvidence signed, KeyProof proof) {}
}
