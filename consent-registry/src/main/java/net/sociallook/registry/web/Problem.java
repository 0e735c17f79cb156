package net.sociallook.registry.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Every way in which the registry says no, with its status. The codes are stable; they are the last
 * part of the problem's type.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public enum Problem {
  MALFORMED(HttpStatus.BAD_REQUEST, "The request is not as the contract says"),
  UNKNOWN_CALLER(HttpStatus.UNAUTHORIZED, "The certificate names nobody who is known here"),
  NO_SESSION(HttpStatus.UNAUTHORIZED, "Nobody is signed in"),
  SIGN_IN_NEEDED(HttpStatus.FORBIDDEN, "This needs a session that was signed in to"),
  SIGNATURE_REFUSED(HttpStatus.FORBIDDEN, "The passkey's answer does not verify"),
  FOREIGN_ORIGIN(HttpStatus.FORBIDDEN, "The request does not come from the page"),
  ENDORSEMENT_REFUSED(HttpStatus.FORBIDDEN, "The endorsement does not verify"),
  STATEMENT_REFUSED(HttpStatus.FORBIDDEN, "The witness statement does not verify"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not offered here"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Only JSON can be answered"),
  ALREADY_LINKED(HttpStatus.CONFLICT, "The client is already linked to this institution"),
  HAS_PASSKEY(HttpStatus.CONFLICT, "The client has a passkey, and does this herself"),
  NOT_ACCEPTED(HttpStatus.CONFLICT, "The invitation is not accepted, or is over"),
  GRANT_CHANGED(HttpStatus.CONFLICT, "The grant has changed since this was proposed"),
  GRANT_WITHDRAWN(HttpStatus.CONFLICT, "The grant is withdrawn"),
  ENDED(HttpStatus.CONFLICT, "This has ended or was used before"),
  WRONG_NODE(HttpStatus.FORBIDDEN, "The certificate names another node"),
  FOREIGN_LEASE(HttpStatus.FORBIDDEN, "The lease is another node's"),
  LEASE_ENDED(HttpStatus.CONFLICT, "The lease has ended: join anew"),
  ENTRY_UNACKNOWLEDGED(HttpStatus.CONFLICT, "An entry is unacknowledged for too long: join anew"),
  KEY_ID_IN_USE(HttpStatus.CONFLICT, "Another node's key has this id"),
  NUMBER_BACKWARDS(HttpStatus.BAD_REQUEST, "A larger number is acknowledged already"),
  NUMBER_AHEAD(HttpStatus.BAD_REQUEST, "There is no entry of this number yet"),
  UNKNOWN_INTENT(HttpStatus.CONFLICT, "There is no such intent of this node"),
  ID_IN_USE(HttpStatus.CONFLICT, "The id stands for another record"),
  TOO_MANY_RECORDS(HttpStatus.CONTENT_TOO_LARGE, "More than 1000 records in one request"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Only JSON is understood"),
  NOT_LINKED(HttpStatus.UNPROCESSABLE_CONTENT, "The client is not linked to an institution named"),
  RELEASE_NEEDED(
      HttpStatus.UNPROCESSABLE_CONTENT, "Staff of a holder are bound to secrecy, and not released"),
  NOT_WITHIN(HttpStatus.UNPROCESSABLE_CONTENT, "This is not less than what is granted now"),
  TOO_MANY_TRIES(HttpStatus.TOO_MANY_REQUESTS, "Too many wrong codes: wait ten minutes"),
  TOO_MANY_OPEN(HttpStatus.TOO_MANY_REQUESTS, "Too many requests to this client are open"),
  TOO_SOON(HttpStatus.CONFLICT, "The last rotation was too short a time ago"),
  OTHER_KEY(HttpStatus.CONFLICT, "Another key signs now"),
  KEYS_FROM_FILES(HttpStatus.CONFLICT, "The signing keys lie in files, and are rotated there"),
  HOLDER_SILENT(HttpStatus.BAD_GATEWAY, "The institution's system does not answer"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something is wrong here"),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not possible at the moment");

  private static final String TYPES = "https://sociallook.net/problems/";

  private final HttpStatus status;
  private final String title;

  Problem(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  /** Stable, kebab-case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  public HttpStatus status() {
    return status;
  }

  /** The body of the answer. It carries nothing but the code, the title and the status. */
  public ProblemDetail body() {
    ProblemDetail body = ProblemDetail.forStatus(status);
    body.setType(URI.create(TYPES + code()));
    body.setTitle(title);
    return body;
  }
}
