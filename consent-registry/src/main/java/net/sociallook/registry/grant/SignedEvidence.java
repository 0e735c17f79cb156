package net.sociallook.registry.grant;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sociallook.consent.EvidenceLevel;

/**
 * What proves to a gateway that the client herself signed.
 *
 * @param document canonical form (RFC 8785) of what she signed
 * @param assertion the passkey's signature over it
 * @param chain from the key that signed to the endorsed one; empty when they are the same
 * @param key whose key that is
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
public record SignedEvidence(
    byte[] document, Assertion assertion, List<KeyStep> chain, EndorsedKey key)
    implements Evidence {
  public SignedEvidence {
    chain = List.copyOf(chain);
  }

  @Override
  public EvidenceLevel level() {
    return EvidenceLevel.PASSKEY;
  }

  /** COSE key that signed. */
  public byte[] signingKey() {
    return chain.isEmpty() ? key.publicKey() : chain.getFirst().newer();
  }

  @Override
  public Optional<Instant> until() {
    return key.until();
  }

  @Override
  public boolean isFor(String pseudonym) {
    return key.isFor(pseudonym);
  }

  /** A WebAuthn assertion whose challenge is the SHA-256 of the document. */
  public record Assertion(byte[] authenticatorData, byte[] clientData, byte[] signature) {}

  /**
   * @param publicKey COSE
   * @param salt 32 bytes; the endorsement names SHA-256 of salt and public key
   * @param endorsement compact JWS of the holder
   */
  public record EndorsedKey(byte[] publicKey, byte[] salt, String endorsement) {

    /**
     * Whether the holder endorsed the key for this pseudonym. Endorsements that are older than the
     * claim {@code patient} are for nobody.
     */
    public boolean isFor(String pseudonym) {
      return pseudonym.equals(claims().getClaim("patient"));
    }

    /** The end of a representative's order; empty for the client's own key. */
    Optional<Instant> until() {
      return claims().getClaim("representative") instanceof Map<?, ?> order
          ? Optional.of(Instant.parse(String.valueOf(order.get("until"))))
          : Optional.empty();
    }

    private JWTClaimsSet claims() {
      try {
        return SignedJWT.parse(endorsement).getJWTClaimsSet();
      } catch (ParseException broken) {
        throw new IllegalStateException("endorsement: unreadable (expected: a JWS)", broken);
      }
    }
  }
}
