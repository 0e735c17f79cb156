package net.sociallook.registry.staff;

import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Institution;

/**
 * Who sits before the page. A controller takes it as a parameter; without one the browser is sent
 * to sign in.
 *
 * @param formToken what every form of the page carries
 * @param proof how it is known who sits there
 */
public record Desk(
    Institution institution,
    Institution.Caseworker person,
    String formToken,
    Attested.Proof proof) {

  public InstitutionId id() {
    return institution.id();
  }

  public boolean isProven() {
    return proof == Attested.Proof.PASSKEY;
  }

  /** Who does what is done here. */
  public Attested attested() {
    return new Attested(person.id(), proof);
  }
}
