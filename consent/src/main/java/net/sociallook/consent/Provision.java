package net.sociallook.consent;

/**
 * One thing a client allows: an act, with data of one holder, for one purpose, within limits. There
 * are no wildcards: every part is required.
 */
public record Provision(
    Permission permission, InstitutionId holder, Purpose purpose, Limits limits) {
  public Provision {
    if (purpose == Purpose.OWN_ACCESS) {
      throw new IllegalArgumentException(
          "purpose: PATRQT (expected: a purpose that can be granted, COC)");
    }
  }

  /** Whether everything this provision allows is also allowed by the other one. */
  public boolean liesWithin(Provision other) {
    return other.permission.contains(permission)
        && other.holder.equals(holder)
        && other.purpose == purpose
        && limits.lieWithin(other.limits);
  }
}
