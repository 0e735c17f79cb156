package net.sociallook.registry.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Provisions;
import net.sociallook.registry.reach.Reach;

/**
 * A caseworker asks a client for provisions.
 *
 * @param declined what the client alone may know
 */
record ConsentRequest(
    UUID id, UUID client, Asker asker, Content content, Instant createdAt, boolean declined) {

  record Asker(InstitutionId institution, CaseworkerId caseworker) {}

  /**
   * @param reason what the caseworker writes to the client
   */
  record Content(List<AskedProvision> provisions, String reason) {
    Content {
      provisions = List.copyOf(provisions);
    }

    /** When the last of the provisions would end. */
    Instant validUntil(Instant now) {
      return provisions.stream()
          .map(asked -> asked.from(now).limits().period().end())
          .max(Instant::compareTo)
          .orElseThrow();
    }

    /** What of it could still be given: what it would have ended at may be over. */
    List<Provision> possible(Instant now) {
      return provisions.stream().flatMap(asked -> asked.possible(now).stream()).toList();
    }
  }

  /** Whether who asks, and everybody whose data it is about, lie within. */
  boolean isWithin(Reach reach) {
    return reach.covers(asker.institution())
        && content.provisions().stream().allMatch(asked -> asked.isWithin(reach));
  }

  /** What the institution may know. */
  enum State {
    OPEN,
    GRANTED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Granted as long as everything asked for lies within what stands.
   *
   * @param standing what the client allows the institution now
   */
  State state(List<Provision> standing, Instant now) {
    try {
      List<Provision> wanted = content.provisions().stream().map(asked -> asked.from(now)).toList();
      boolean granted = new Provisions(wanted).lieWithin(new Provisions(standing));
      return granted ? State.GRANTED : State.OPEN;
    } catch (IllegalArgumentException over) {
      // It was sound when it was asked: by now it would end before it begins.
      return State.OPEN;
    }
  }
}
