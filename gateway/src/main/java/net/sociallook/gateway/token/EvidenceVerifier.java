package net.sociallook.gateway.token;

import static net.sociallook.gateway.token.RejectedToken.unless;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.sociallook.consent.Grant;
import net.sociallook.gateway.caller.Institutions;
import net.sociallook.gateway.token.RoutingReader.Opened;

/**
 * Verifies that the client, or who acts for her by law and says so, signed what a token rests on,
 * with a key that the holder endorsed for the very pseudonym that the token leads to. Signatures
 * are verified once per grant version and evidence; what the token says is held against them every
 * time.
 */
final class EvidenceVerifier {
  private static final int MOST_REMEMBERED = 50_000;

  private final PasskeySignature passkey;
  private final Chains chains;
  private final Testimonies testimonies;
  private final Cache<Key, Verified> verified =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .expireAfterWrite(Duration.ofHours(1))
          .build();

  EvidenceVerifier(PasskeySignature passkey, Institutions institutions) {
    this.passkey = passkey;
    this.chains = new Chains(passkey, new Endorsements(institutions));
    this.testimonies = new Testimonies(institutions);
  }

  /** What is verified of itself; the token is held against it. */
  interface Verified {
    /**
     * @throws RejectedToken where the fault has a name of its own
     */
    boolean carries(Claims claims, Routing routing);
  }

  private record Signed(SignedDocument document, Endorsements.Endorsed key) implements Verified {
    @Override
    public boolean carries(Claims claims, Routing routing) {
      if (!document.carries(claims) || !key.isOf(claims.holder(), routing)) {
        return false;
      }
      unless(
          document.isSignedAs(key) && key.covers(claims.envelope().life()),
          TokenFault.REPRESENTATION);
      return true;
    }
  }

  /**
   * @throws IllegalArgumentException if the evidence is not of its form
   * @throws RejectedToken where the fault has a name of its own
   */
  boolean carries(Opened opened, Claims claims, Instant now) {
    Key key = new Key(claims.version(), opened.evidence().fingerprint());
    Verified known = verified.getIfPresent(key);
    if (known == null) {
      known = verify(opened.evidence(), now).orElse(null);
      if (known == null) {
        return false;
      }
      verified.put(key, known);
    }
    return known.carries(claims, opened.routing());
  }

  private Optional<Verified> verify(Evidence evidence, Instant now) {
    return switch (evidence) {
      case PasskeyEvidence signed -> verify(signed, now);
      case Testimony testimony -> testimonies.verify(testimony);
    };
  }

  private Optional<Verified> verify(PasskeyEvidence signed, Instant now) {
    if (!passkey.verifies(signed.document(), signed.assertion())) {
      return Optional.empty();
    }
    SignedDocument document = SignedDocument.read(signed.document());
    return chains.endorsed(signed, now).map(by -> new Signed(document, by));
  }

  private record Key(Grant.Version version, String fingerprint) {}
}
