package net.sociallook.gateway.filter;

/** Why an answer cannot be judged. The codes are stable: they stand in logs and metrics. */
public enum Defect {
  /** Not JSON as RFC 8259 defines it, or something after its end. */
  MALFORMED("malformed"),
  /** Text that is not UTF-8, or half of a surrogate pair. */
  INVALID_TEXT("invalid-text"),
  /** One object has the same member twice: which one counts is anybody's guess. */
  DUPLICATE_MEMBER("duplicate-member"),
  /** Nested deeper than 64 levels. */
  TOO_DEEP("too-deep"),
  /** An entry, or a single resource, of more than 1 MiB; or a part of it beyond all reason. */
  TOO_LARGE("too-large"),
  /** Not a Bundle of type searchset, or a Bundle whose parts are not of the form FHIR says. */
  NOT_A_SEARCHSET("not-a-searchset"),
  /** A next link without exactly one usable page token. */
  PAGE_LINK("page-link"),
  /** Another resource than the one that was asked for by id. */
  OTHER_RESOURCE("other-resource"),
  /** It ended in the middle. */
  TRUNCATED("truncated");

  private final String code;

  Defect(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
