package net.sociallook.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * What one client has allowed one recipient, in one version.
 *
 * @param version the version this value describes
 * @param parties who allowed whom
 * @param provisions what is allowed; may be empty, and then allows nothing
 * @param withdrawnAt when the client took this version back, empty while it stands
 */
public record Grant(
    Version version, Parties parties, Provisions provisions, Optional<Instant> withdrawnAt) {

  /**
   * @param number counts from 1
   */
  public record Version(GrantId grant, int number) {
    public Version {
      if (number < 1) {
        throw new IllegalArgumentException("number: " + number + " (expected: 1 or more)");
      }
    }
  }

  /** The client who gives and the institution that receives. */
  public record Parties(ClientId client, InstitutionId recipient) {}
}
