package net.sociallook.consent;

/**
 * How confidential a resource is, from the least to the most. A provision's ceiling covers its own
 * level and all below.
 *
 * @see <a href="http://terminology.hl7.org/CodeSystem/v3-Confidentiality">v3-Confidentiality</a>
 */
public enum Confidentiality {
  U,
  L,
  M,
  N,
  R,
  V;

  public boolean isAtMost(Confidentiality ceiling) {
    return compareTo(ceiling) <= 0;
  }

  public Confidentiality max(Confidentiality other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
