package net.sociallook.registry.page.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.SignedEvidence;

/**
 * The passkey's key and the institution's endorsement of it, in forms that openssl reads.
 *
 * @param publicKey that signed, PEM
 * @param endorsed the octets that the institution signed
 * @param signature its signature over them, DER
 * @param institutionKey PEM; empty where the directory has that key no more
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
record KeyProof(
    String publicKey,
    byte[] endorsed,
    byte[] signature,
    String institution,
    Optional<String> institutionKey) {
  // COSE key of ES256, canonical CBOR: a5 01 02 03 26 20 01 21 5820 x 22 5820 y
  private static final int X = 10;
  private static final int Y = 45;
  private static final int COORDINATE = 32;

  static KeyProof of(SignedEvidence evidence, Directory directory) {
    SignedEvidence.EndorsedKey key = evidence.key();
    try {
      SignedJWT endorsement = SignedJWT.parse(key.endorsement());
      String issuer = endorsement.getJWTClaimsSet().getIssuer();
      Optional<ECKey> institutionKey =
          directory
              .institution(new InstitutionId(issuer))
              .map(Institution::signingKeys)
              .map(keys -> keys.get(endorsement.getHeader().getKeyID()));
      return new KeyProof(
          pem(evidence.signingKey()),
          endorsement.getSigningInput(),
          ECDSA.transcodeSignatureToDER(endorsement.getSignature().decode()),
          issuer,
          institutionKey.map(KeyProof::pem));
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("endorsement: not readable (expected: as accepted)", e);
    }
  }

  /** A COSE key of ES256 as PEM. */
  static String pem(byte[] cose) {
    return pem(publicKey(cose));
  }

  private static ECKey publicKey(byte[] cose) {
    return new ECKey.Builder(
            Curve.P_256,
            Base64URL.encode(Arrays.copyOfRange(cose, X, X + COORDINATE)),
            Base64URL.encode(Arrays.copyOfRange(cose, Y, Y + COORDINATE)))
        .build();
  }

  private static String pem(ECKey key) {
    try {
      ECPublicKey publicKey = key.toECPublicKey();
      String body =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded());
      return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    } catch (JOSEException e) {
      throw new IllegalStateException("key: not P-256 (expected: as verified)", e);
    }
  }
}
