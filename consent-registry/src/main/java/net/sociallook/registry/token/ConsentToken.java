package net.sociallook.registry.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Requester;

/**
 * All that a consent token says, before it is signed.
 *
 * @param routing the sealed part that only gateways can read
 */
public record ConsentToken(Life life, Bearer bearer, Granted granted, String routing) {

  /**
   * @param id the claim {@code jti}
   * @param issuedAt in whole seconds
   * @param expiresAt in whole seconds, after {@code issuedAt}
   */
  public record Life(UUID id, Instant issuedAt, Instant expiresAt) {
    public Life {
      if (!issuedAt.isBefore(expiresAt)) {
        throw new IllegalArgumentException(
            "expiresAt: " + expiresAt + " (expected: after " + issuedAt + ")");
      }
    }
  }

  /**
   * Who may use the token.
   *
   * @param patient the recipient's pseudonym of the client
   */
  public record Bearer(Asker asker, Confirmation confirmation, String patient) {}

  /**
   * The caseworker as the institution's entry in the directory names her; the institution vouches
   * for it.
   *
   * @param role code of her role
   */
  public record Asker(
      Requester requester, String institutionName, String caseworkerName, String role) {}

  /**
   * What the client has allowed.
   *
   * @param readAt number of the withdrawal sequence at which the grant was read
   * @param provisions at least one
   */
  public record Granted(Grant.Version version, long readAt, List<Provision> provisions) {
    public Granted {
      provisions = List.copyOf(provisions);
      if (provisions.isEmpty()) {
        throw new IllegalArgumentException("provisions: none (expected: at least one)");
      }
    }
  }
}
