package net.sociallook.registry.token;

import net.sociallook.consent.Reason;
import net.sociallook.registry.grant.Unproven;

/**
 * Why a token request was refused. It goes to the ledger, where the client sees it; the institution
 * never learns it.
 */
public sealed interface Refusal {

  /** Stable and kebab-case. */
  String code();

  /** The rules of the domain say no. */
  record ByPolicy(Reason reason) implements Refusal {
    @Override
    public String code() {
      return reason.code();
    }
  }

  /** What the domain has no reason for, because no decision was reached. */
  enum ByRegistry implements Refusal {
    /** The institution knows no client by this pseudonym. */
    UNKNOWN_CLIENT("unknown-client"),
    /** The institution has no such caseworker in the directory. */
    UNKNOWN_REQUESTER("unknown-requester"),
    /** The purpose is not one that a grant can name. */
    PURPOSE_NOT_COVERED("purpose-not-covered"),
    /** The holder has not endorsed the key with which the client signed, or for nobody. */
    KEY_NOT_ENDORSED("key-not-endorsed"),
    /** Somebody witnessed it, and the holder does not accept that as proof. */
    LEVEL_NOT_ACCEPTED("level-not-accepted"),
    /** Who signed for the client does not act for her at the holder, or not any more. */
    REPRESENTATION_NOT_REACHING("representation-not-reaching"),
    /** So much is granted that the token would be longer than servers accept. */
    TOKEN_TOO_LONG("token-too-long");

    static ByRegistry of(Unproven unproven) {
      return switch (unproven) {
        case KEY -> KEY_NOT_ENDORSED;
        case LEVEL -> LEVEL_NOT_ACCEPTED;
        case REPRESENTATION -> REPRESENTATION_NOT_REACHING;
      };
    }

    private final String code;

    ByRegistry(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
