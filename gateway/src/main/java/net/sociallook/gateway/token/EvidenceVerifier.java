package net.sociallook.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import net.sociallook.consent.Grant;
import net.sociallook.gateway.caller.Institutions;

/**
 * Verifies that the client herself signed what a token rests on, with a key an institution vouched
 * for. Signatures are verified once per grant version and evidence; what the token says is held
 * against the document every time.
 */
final class EvidenceVerifier {
  private static final int MOST_REMEMBERED = 50_000;

  private final PasskeySignature passkey;
  private final Endorsements endorsements;
  private final Cache<Key, SignedDocument> verified =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .expireAfterWrite(Duration.ofHours(1))
          .build();

  EvidenceVerifier(PasskeySignature passkey, Institutions institutions) {
    this.passkey = passkey;
    this.endorsements = new Endorsements(institutions);
  }

  /**
   * @throws IllegalArgumentException if the evidence is not of its form
   */
  boolean carries(Evidence evidence, Claims claims) {
    Key key = new Key(claims.version(), evidence.fingerprint());
    SignedDocument known = verified.getIfPresent(key);
    if (known != null) {
      return known.carries(claims);
    }
    if (!passkey.verifies(evidence) || endorsements.of(evidence).isEmpty()) {
      return false;
    }
    SignedDocument document = SignedDocument.read(evidence.document());
    verified.put(key, document);
    return document.carries(claims);
  }

  private record Key(Grant.Version version, String fingerprint) {}
}
