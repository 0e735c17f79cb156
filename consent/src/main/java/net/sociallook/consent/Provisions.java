package net.sociallook.consent;

import java.util.List;

/**
 * A set of provisions that belong together: of one version of a grant, of a token, of a signed
 * document.
 */
public record Provisions(List<Provision> all) {
  public Provisions {
    all = List.copyOf(all);
  }

  /**
   * Whether each of these provisions lies within one of the others. Provisions are not joined: two
   * that follow each other in time do not together contain one that spans both. So the answer errs
   * to "no".
   */
  public boolean lieWithin(Provisions others) {
    return all.stream().allMatch(mine -> others.all.stream().anyMatch(mine::liesWithin));
  }
}
