package net.sociallook.registry.ownaccess;

import net.sociallook.consent.InstitutionId;

/**
 * An own-access token, good for one client at one holder for at most a minute.
 *
 * @param pseudonym of the client there
 */
record Ticket(InstitutionId holder, String pseudonym, String token) {
  @Override
  public String toString() {
    return "Ticket[" + holder + "]";
  }
}
