package net.sociallook.gateway.token;

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
      return statement.isOf(claims.holder(), routing)
          && document.provisions().all().stream()
              .allMatch(provision -> provision.holder().equals(statement.issuer()))
          && document.onBehalf().isEmpty()
          && document.carries(claims);
    }
  }

  /**
   * Empty where the statement does not stand for the document.
   *
   * @throws IllegalArgumentException if it is not of its form
   */
  Optional<EvidenceVerifier.Verified> verify(Testimony testimony) {
    CompactJws jws = CompactJws.parse(testimony.statement(), TYP);
    WitnessStatement statement = WitnessStatement.read(jws.payload());
    String hash = Base64Url.encode(Digest.sha256(testimony.document()));
    boolean said =
        institutions
                .find(statement.issuer())
                .filter(issuer -> isSignedBy(issuer, jws))
                .filter(issuer -> issuer.witnessed().contains(statement.level()))
                .isPresent()
            && MessageDigest.isEqual(
                statement.documentHash().getBytes(StandardCharsets.UTF_8),
                hash.getBytes(StandardCharsets.UTF_8));
    return said
        ? Optional.of(new Witnessed(SignedDocument.read(testimony.document()), statement))
        : Optional.empty();
  }

  private static boolean isSignedBy(Institution issuer, CompactJws jws) {
    return Optional.ofNullable(issuer.signingKeys().get(jws.kid()))
        .filter(jws::isSignedBy)
        .isPresent();
  }
}
