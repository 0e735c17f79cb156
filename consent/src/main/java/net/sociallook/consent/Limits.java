package net.sociallook.consent;

/** How far a provision reaches: in time, in confidentiality, and narrowed to what. */
public record Limits(Period period, Confidentiality ceiling, Narrowing narrowing) {
  boolean lieWithin(Limits other) {
    return period.liesWithin(other.period)
        && ceiling.isAtMost(other.ceiling)
        && narrowing.liesWithin(other.narrowing);
  }
}
