package net.sociallook.registry.grant;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import net.sociallook.consent.Provision;

/**
 * One version of a grant, never changed once written.
 *
 * @param sequence where it took something back: its place in the withdrawal sequence
 */
public record GrantVersion(
    UUID grant,
    int number,
    Change change,
    List<Provision> provisions,
    int signedVersion,
    OptionalLong sequence,
    Instant createdAt) {

  /** The same with other provisions: as somebody sees it. */
  GrantVersion with(List<Provision> seen) {
    return new GrantVersion(grant, number, change, seen, signedVersion, sequence, createdAt);
  }

  /** What made it. */
  public enum Change {
    SIGNED,
    /** Witnessed by an institution, for its own data. */
    CAPTURED,
    NARROWED,
    BLOCKED,
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Change ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
