package net.sociallook.gateway.token;

/** What was wrong with a token: for the ledger, never for its bearer. The codes are stable. */
public enum TokenFault {
  /** No bearer token, or several. */
  MISSING("token-missing"),
  /** Not a compact JWS with exactly the header of a consent token. */
  MALFORMED("token-malformed"),
  /** Not signed by a current key of the issuer. */
  SIGNATURE("token-signature"),
  /** Claims that are missing, unknown or of the wrong form. */
  CLAIMS("token-claims"),
  /** It names a purpose that does not exist here. */
  PURPOSE("token-purpose"),
  /** Of another issuer, or for another audience. */
  OTHER_PARTY("token-other-party"),
  /** Not now. */
  TIME("token-time"),
  /** Made for another caller or another certificate. */
  OTHER_CALLER("token-other-caller"),
  /** Routing that cannot be read or belongs to another token. */
  ROUTING("token-routing"),
  /** The client's signature does not carry what the token says. */
  EVIDENCE("token-evidence"),
  /**
   * It rests on a witness who is not the holder's, or at a level that the holder does not accept.
   */
  LEVEL("token-level"),
  /** Who signed for the client does not act for her at this holder, or not for so long. */
  REPRESENTATION("token-representation"),
  /** Withdrawn, revoked, or older than what this node remembers. */
  DEAD("token-dead");

  private final String code;

  TokenFault(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
