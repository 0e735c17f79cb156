package net.sociallook.registry.directory;

import java.util.Arrays;
import java.util.Locale;
import net.sociallook.consent.CaseworkerId;

/** A caseworker who does something for her institution, and how it is known that it is she. */
public record Attested(CaseworkerId caseworker, Proof proof) {

  /** How it is known. */
  public enum Proof {
    /** The institution's own system says so, over its certificate. */
    SYSTEM,
    /**
     * The institution showed its certificate in a browser, and vouches for the name chosen there.
     */
    CERTIFICATE,
    /** The person showed a passkey of her own. */
    PASSKEY;

    /** Stable, lower case; also the last part of a text's key. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if there is none
     */
    public static Proof ofCode(String code) {
      return Arrays.stream(values())
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "proof: unknown (expected: system, certificate or passkey)"));
    }
  }

  public static Attested bySystem(CaseworkerId caseworker) {
    return new Attested(caseworker, Proof.SYSTEM);
  }
}
