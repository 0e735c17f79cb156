package net.sociallook.registry.staff;

import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Institution;

/**
 * Who sits before the page. The institution is known by its certificate and vouches for the person.
 * A controller takes it as a parameter; without one the browser is sent to choose.
 *
 * @param formToken what every form of the page carries
 */
public record Desk(Institution institution, Institution.Caseworker person, String formToken) {
  public InstitutionId id() {
    return institution.id();
  }
}
