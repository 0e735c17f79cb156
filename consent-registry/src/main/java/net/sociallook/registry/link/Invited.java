package net.sociallook.registry.link;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.reach.Order;

/**
 * An invitation as the institution sees it.
 *
 * @param caseworker who invited
 * @param proof code of how that is known; empty in old invitations
 * @param localId the institution's own number of the client, where it was given
 * @param accepted what is known once somebody has accepted
 * @param order on which somebody is to act for the client; empty where she herself is invited
 */
public record Invited(
    UUID id,
    String caseworker,
    Optional<String> proof,
    Optional<String> localId,
    Phase phase,
    Instant expiresAt,
    Optional<Accepted> accepted,
    Optional<Order> order) {

  /** The institution's own number of the client, else its pseudonym of her, where there is one. */
  public Optional<String> client() {
    return localId.or(() -> accepted.map(Accepted::pseudonym));
  }

  /** How far it has come. */
  public enum Phase {
    OPEN,
    ACCEPTED,
    LINKED,
    EXPIRED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param keyHash base64url, what the institution endorses
   * @param matchCode six digits to compare in person
   * @param again where it is for a client who was known
   */
  public record Accepted(
      String pseudonym, String keyHash, String matchCode, Optional<Again> again) {}

  /**
   * @param replaces hash of the key that was endorsed before, base64url; empty where there was none
   * @param state {@code waiting}, {@code full} or {@code refused}
   */
  public record Again(Optional<String> replaces, String state) {}
}
