package net.sociallook.registry.grant;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import net.sociallook.consent.EvidenceLevel;

/**
 * What proves to a gateway that the holder itself stands for the client's will.
 *
 * @param document canonical form (RFC 8785) of what was witnessed
 * @param statement compact JWS of the holder: {@code docs/protocol.md} section 4
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
public record WitnessedEvidence(byte[] document, EvidenceLevel level, String statement)
    implements Evidence {

  @Override
  public boolean isFor(String pseudonym) {
    try {
      return pseudonym.equals(SignedJWT.parse(statement).getJWTClaimsSet().getClaim("patient"));
    } catch (ParseException broken) {
      throw new IllegalStateException("statement: unreadable (expected: a JWS)", broken);
    }
  }
}
