package net.sociallook.gateway.token;

import static net.sociallook.gateway.token.RejectedToken.unless;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import net.sociallook.gateway.caller.Institution;
import net.sociallook.gateway.caller.Institutions;

/**
 * Whether the holder of the data itself stands for the client's will, at a level that it accepts:
 * who vouches wrongly opens its own data only, and nobody vouches for its own access to somebody
 * else's.
 */
final class Testimonies {
  private static final String TYP = "sociallook-witness+jwt";

  private final Institutions institutions;

  Testimonies(Institutions institutions) {
    this.institutions = institutions;
  }

  private record Witnessed(SignedDocument document, WitnessStatement statement)
      implements EvidenceVerifier.Verified {
    @Override
    public boolean carries(Claims claims, Routing routing) {
      unless(
          statement.issuer().equals(claims.holder())
              && document.provisions().all().stream()
                  .allMatch(provision -> provision.holder().equals(statement.issuer())),
          TokenFault.LEVEL);
      return statement.isOf(claims.holder(), routing)
          && document.onBehalf().isEmpty()
          && document.carries(claims);
    }
  }

  /**
   * Empty where the statement does not stand for the document.
   *
   * @throws IllegalArgumentException if it is not of its form
   * @throws RejectedToken if the holder does not accept this level
   */
  Optional<EvidenceVerifier.Verified> verify(Testimony testimony) {
    CompactJws jws = CompactJws.parse(testimony.statement(), TYP);
    WitnessStatement statement = WitnessStatement.read(jws.payload());
    String hash = Base64Url.encode(Digest.sha256(testimony.document()));
    boolean same =
        MessageDigest.isEqual(
            statement.documentHash().getBytes(StandardCharsets.UTF_8),
            hash.getBytes(StandardCharsets.UTF_8));
    Optional<Institution> witness =
        institutions.find(statement.issuer()).filter(issuer -> isSignedBy(issuer, jws));
    if (witness.isEmpty() || !same) {
      return Optional.empty();
    }
    unless(witness.get().witnessed().contains(statement.level()), TokenFault.LEVEL);
    return Optional.of(new Witnessed(SignedDocument.read(testimony.document()), statement));
  }

  private static boolean isSignedBy(Institution issuer, CompactJws jws) {
    return Optional.ofNullable(issuer.signingKeys().get(jws.kid()))
        .filter(jws::isSignedBy)
        .isPresent();
  }
}
