package net.sociallook.gateway.token;

import static net.sociallook.gateway.token.RejectedToken.unless;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.sociallook.gateway.caller.Institutions;

/**
 * Verifies that the client, or who acts for her by law, is signed in, with a key that the holder
 * endorsed for this very pseudonym. Signatures are verified once per evidence; what the token says
 * is held against it every time.
 */
final class SignInVerifier {
  private static final int MOST_REMEMBERED = 20_000;

  private final PasskeySignature passkey;
  private final Chains chains;
  private final Cache<String, Verified> verified =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .expireAfterWrite(Duration.ofMinutes(30))
          .build();

  SignInVerifier(PasskeySignature passkey, Institutions institutions) {
    this.passkey = passkey;
    this.chains = new Chains(passkey, new Endorsements(institutions));
  }

  private record Verified(SignIn signIn, Endorsements.Endorsed key) {
    boolean carries(OwnClaims claims, Routing routing) {
      if (!signIn.carries(claims) || !key.isOf(claims.holder(), routing)) {
        return false;
      }
      unless(key.covers(claims.envelope().life()), TokenFault.REPRESENTATION);
      return true;
    }
  }

  /**
   * @throws IllegalArgumentException if the evidence is not of its form
   */
  boolean carries(RoutingReader.Opened opened, OwnClaims claims, Instant now) {
    String fingerprint = opened.evidence().fingerprint();
    Verified known = verified.getIfPresent(fingerprint);
    if (known == null) {
      known = verify(opened.evidence(), now).orElse(null);
      if (known == null) {
        return false;
      }
      verified.put(fingerprint, known);
    }
    return known.carries(claims, opened.routing());
  }

  private Optional<Verified> verify(Evidence evidence, Instant now) {
    return switch (evidence) {
      case PasskeyEvidence signed -> verify(signed, now);
      // Nobody signs in for a client: she has a device, or reads nothing.
      case Testimony testimony -> Optional.empty();
    };
  }

  private Optional<Verified> verify(PasskeyEvidence signed, Instant now) {
    if (!passkey.verifies(signed.document(), signed.assertion())) {
      return Optional.empty();
    }
    SignIn signIn = SignIn.read(signed.document());
    return chains.endorsed(signed, now).map(key -> new Verified(signIn, key));
  }
}
