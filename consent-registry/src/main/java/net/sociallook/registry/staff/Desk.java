package net.sociallook.registry.staff;

import java.util.Locale;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Institution;

/**
 * Who sits before the page. A controller takes it as a parameter; without one the browser is sent
 * to sign in.
 *
 * @param formToken what every form of the page carries
 */
public record Desk(
    Institution institution, Institution.Caseworker person, String formToken, Proof proof) {

  /** How it is known who sits there. */
  public enum Proof {
    /** The institution showed its certificate, and vouches for whom it lets choose a name. */
    CERTIFICATE,
    /** The person showed a passkey of her own. */
    PASSKEY;

    /** Last part of a text's key. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public InstitutionId id() {
    return institution.id();
  }

  public boolean isProven() {
    return proof == Proof.PASSKEY;
  }
}
