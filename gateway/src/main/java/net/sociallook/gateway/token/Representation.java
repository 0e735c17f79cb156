package net.sociallook.gateway.token;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sociallook.gateway.json.Members;

/**
 * That the endorsed key is not the client's own but that of somebody who acts for her by law: claim
 * {@code representative} of {@code docs/protocol.md} section 5.
 *
 * @param capacity {@code guardian} or {@code carer}
 * @param until when the order ends, or the minor comes of age; excluded
 */
record Representation(String capacity, Instant until) {
  private static final String GUARDIAN = "guardian";
  private static final String CARER = "carer";
  private static final Set<String> AREAS =
      Set.of("authorities", "assets", "health", "housing", "education");

  /**
   * @throws IllegalArgumentException if it is not of its form, or a carer has no area
   */
  static Representation read(Members claim) {
    String capacity = capacity(claim.text("as"));
    List<String> areas = claim.texts("areas");
    boolean sound = AREAS.containsAll(areas) && new HashSet<>(areas).size() == areas.size();
    if (!sound || areas.isEmpty() == capacity.equals(CARER)) {
      throw new IllegalArgumentException("representative.areas: wrong (expected: " + AREAS + ")");
    }
    Instant until = Instant.parse(claim.text("until"));
    claim.end();
    return new Representation(capacity, until);
  }

  static String capacity(String text) {
    if (!text.equals(GUARDIAN) && !text.equals(CARER)) {
      throw new IllegalArgumentException("as: unknown (expected: guardian or carer)");
    }
    return text;
  }

  /** Whether a token ends with it at the latest; then its own end is the only one to look at. */
  boolean covers(Envelope.Life life) {
    return !life.expiresAt().isAfter(until);
  }
}
