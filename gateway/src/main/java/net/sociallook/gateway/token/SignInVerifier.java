package net.sociallook.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import net.sociallook.gateway.caller.Institutions;

/**
 * Verifies that the client, or who acts for her by law, is signed in, with a key that the holder
 * endorsed for this very pseudonym. Signatures are verified once per evidence; what the token says
 * is held against it every time.
 */
final class SignInVerifier {
  private static final int MOST_REMEMBERED = 20_000;

  private final PasskeySignature passkey;
  private final Endorsements endorsements;
  private final Cache<String, Verified> verified =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .expireAfterWrite(Duration.ofMinutes(30))
          .build();

  SignInVerifier(PasskeySignature passkey, Institutions institutions) {
    this.passkey = passkey;
    this.endorsements = new Endorsements(institutions);
  }

  private record Verified(SignIn signIn, Endorsements.Endorsed key) {
    boolean carries(OwnClaims claims, Routing routing) {
      return signIn.carries(claims)
          && key.isOf(claims.holder(), routing)
          && key.covers(claims.envelope().life());
    }
  }

  /**
   * @throws IllegalArgumentException if the evidence is not of its form
   */
  boolean carries(Evidence evidence, OwnClaims claims, Routing routing) {
    String fingerprint = evidence.fingerprint();
    Verified known = verified.getIfPresent(fingerprint);
    if (known == null) {
      if (!passkey.verifies(evidence)) {
        return false;
      }
      SignIn signIn = SignIn.read(evidence.document());
      known = endorsements.of(evidence).map(key -> new Verified(signIn, key)).orElse(null);
      if (known == null) {
        return false;
      }
      verified.put(fingerprint, known);
    }
    return known.carries(claims, routing);
  }
}
