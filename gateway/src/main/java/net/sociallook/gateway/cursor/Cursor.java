package net.sociallook.gateway.cursor;

import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;

/**
 * A place in the answer to a search.
 *
 * @param bound whose place it is; nobody else can use it
 * @param query of the search, as the model renders it
 * @param page the adapter's own token
 */
public record Cursor(Bound bound, String query, String page) {

  /**
   * @param thumbprint of the caller's certificate
   */
  public record Bound(InstitutionId holder, Grant.Version version, String thumbprint) {}
}
