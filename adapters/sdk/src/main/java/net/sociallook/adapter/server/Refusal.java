package net.sociallook.adapter.server;

import java.util.Locale;

/**
 * Every reason for which an adapter refuses, with its status and its issue type. The code is
 * stable; {@code openapi/adapter.yaml} lists the same ones.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-issue-type.html">issue types</a>
 */
public enum Refusal {
  CERTIFICATE_NOT_ALLOWED(403, "forbidden", "This certificate may not call this path."),
  UNKNOWN_PATH(404, "not-found", "There is no such path."),
  KIND_NOT_KEPT(404, "not-supported", "This institution does not keep this kind of data."),
  METHOD_NOT_ALLOWED(405, "not-supported", "This method is not answered on this path."),
  NOT_ACCEPTABLE(406, "not-supported", "Only application/fhir+json can be had."),
  MALFORMED_REQUEST(400, "structure", "The request could not be read."),
  BODY_TOO_LARGE(413, "too-long", "The request is too large."),

  ASSERTION_MISSING(401, "login", "There must be exactly one SocialLook-Assertion header."),
  ASSERTION_MALFORMED(401, "login", "The assertion is not a JWS of the form agreed on."),
  ASSERTION_KEY_UNKNOWN(401, "login", "No gateway node with a lease has this key."),
  ASSERTION_SIGNATURE(401, "login", "The signature of the assertion is wrong."),
  ASSERTION_ISSUER(401, "login", "The assertion is by another node than the certificate."),
  ASSERTION_AUDIENCE(401, "login", "The assertion is for another institution."),
  ASSERTION_REQUEST(401, "login", "The assertion is for another method, target or body."),
  ASSERTION_PATIENT(401, "login", "The assertion is for another patient than the search."),
  ASSERTION_REPLAYED(401, "login", "The assertion has been used before."),
  KEYS_UNAVAILABLE(503, "transient", "The keys of the gateway nodes cannot be had at present."),
  TOO_MANY_ASSERTIONS(503, "throttled", "More assertions at once than can be remembered."),

  STAMP_MISSING(412, "conflict", "The assertion has no stamp; take the readings of this answer."),
  STAMP_OVER(412, "conflict", "The stamp is over; take the readings of this answer."),
  STAMP_OTHER_BOOT(412, "conflict", "The stamp is of another boot; take the readings."),
  STAMP_AHEAD(412, "conflict", "The stamp lies too far ahead; take the readings."),

  PARAMETER_UNKNOWN(400, "not-supported", "A search parameter or modifier is not supported."),
  PARAMETER_VALUE(400, "value", "The value of a search parameter cannot be understood."),
  PAGE_UNKNOWN(400, "value", "The page is not one of this search."),
  NOT_FOUND(404, "not-found", "Not found."),

  LINK_MEDIA_TYPE(415, "not-supported", "The body must be application/json."),
  LINK_BODY(400, "structure", "The body must be an object with the member localId alone."),
  LINK_TAKEN(409, "conflict", "The pseudonym means another client."),

  SYSTEM_UNAVAILABLE(503, "transient", "The existing system does not answer at present."),
  DEFECT(500, "exception", "The adapter could not answer.");

  private final int status;
  private final String issueType;
  private final String text;

  Refusal(int status, String issueType, String text) {
    this.status = status;
    this.issueType = issueType;
    this.text = text;
  }

  public int status() {
    return status;
  }

  /** Stable, kebab-case: {@code stamp-over}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A code of FHIR's issue types. */
  public String issueType() {
    return issueType;
  }

  /** In words; the same every time. */
  public String text() {
    return text;
  }
}
