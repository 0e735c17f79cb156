package net.sociallook.adapter.referral;

import net.sociallook.adapter.record.Coded;

/**
 * Whether a referral holds.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-request-status.html">value set</a>
 */
public enum ReferralStatus implements Coded {
  DRAFT,
  ACTIVE,
  ON_HOLD,
  REVOKED,
  COMPLETED,
  ENTERED_IN_ERROR,
  UNKNOWN
}
