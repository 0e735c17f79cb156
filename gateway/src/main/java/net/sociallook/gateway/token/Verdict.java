package net.sociallook.gateway.token;

/** What came of verifying a token. */
public sealed interface Verdict {
  record Accepted(AccessToken token) implements Verdict {}

  record Rejected(TokenFault fault) implements Verdict {}

  /** Signed with a key that is not known, or no longer for sure: fetch the keys and try again. */
  record KeyUnknown() implements Verdict {}
}
