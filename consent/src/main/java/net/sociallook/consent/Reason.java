package net.sociallook.consent;

/**
 * Why something is denied. The codes are stable: they stand in the ledger, on the client's page and
 * in {@code openapi/}. Declared from the farthest miss to the nearest; of several misses the
 * nearest is the reason given.
 */
public enum Reason {
  /** The client has no link to this holder (own access only). */
  NOT_LINKED("not-linked"),
  /** Nothing is granted between this client, recipient and holder for this purpose. */
  NO_GRANT("no-grant"),
  /** Something was granted, and taken back. */
  GRANT_WITHDRAWN("grant-withdrawn"),
  /** Something is granted, but not this kind of act. */
  PERMISSION_NOT_COVERED("permission-not-covered"),
  /** The act is granted, but not to this caseworker or team. */
  REQUESTER_NOT_COVERED("requester-not-covered"),
  NOT_YET_VALID("not-yet-valid"),
  EXPIRED("expired"),
  /** A standing "no" of the client. */
  BLOCKED("blocked"),
  /** The resource is about somebody else, or about nobody where it must be about the client. */
  OTHER_CLIENT("other-client"),
  TYPE_NOT_COVERED("type-not-covered"),
  DOCUMENT_NOT_COVERED("document-not-covered"),
  CONFIDENTIALITY_ABOVE_CEILING("confidentiality-above-ceiling"),
  /** It could become the basis of a sanction. */
  NEVER_SANCTION("never-sanction"),
  /** A message between others. */
  NOT_PARTY_TO_MESSAGE("not-party-to-message"),
  SLOT_NOT_FREE("slot-not-free");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException if no reason has this code
   */
  public static Reason ofCode(String code) {
    return Codes.find(values(), Reason::code, code);
  }
}
