package net.sociallook.registry.ownaccess;

import net.sociallook.consent.InstitutionId;

/**
 * A token for one client at one holder.
 *
 * @param pseudonym of the client, as it stands in requests with this token
 */
public record Ticket(InstitutionId holder, String pseudonym, String token) {
  @Override
  public String toString() {
    return "Ticket[" + holder + "]";
  }
}
