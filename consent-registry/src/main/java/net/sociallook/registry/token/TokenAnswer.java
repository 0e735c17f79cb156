package net.sociallook.registry.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What came of a token request. */
public sealed interface TokenAnswer {

  /**
   * @param value the signed token
   * @param authorizationDetails what it allows, in full
   */
  record Issued(
      String value,
      ConsentToken.Life life,
      List<String> scopes,
      List<Map<String, Object>> authorizationDetails)
      implements TokenAnswer {
    public Issued {
      scopes = List.copyOf(scopes);
      authorizationDetails = List.copyOf(authorizationDetails);
    }

    public Instant issuedAt() {
      return life.issuedAt();
    }

    /** Length of the token; it is ASCII. */
    public int bytes() {
      return value.length();
    }

    public Instant expiresAt() {
      return life.expiresAt();
    }
  }

  /** Nothing is granted; the reason is in the ledger alone. */
  record Nothing() implements TokenAnswer {}

  /** The institution named a caseworker whom it does not have; it may know that. */
  record UnknownRequester() implements TokenAnswer {}

  /**
   * More is granted than one token can carry; fewer actions will fit.
   *
   * @param bytes what it would have had
   */
  record TooLong(int bytes) implements TokenAnswer {}
}
