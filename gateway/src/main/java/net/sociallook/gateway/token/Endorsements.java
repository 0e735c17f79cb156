package net.sociallook.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.gateway.caller.Institution;
import net.sociallook.gateway.caller.Institutions;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/** Whether an institution vouched for a client's key: {@code docs/protocol.md} section 5. */
final class Endorsements {
  private static final String TYP = "sociallook-endorsement+jwt";
  private static final int SALT_BYTES = 32;

  private final Institutions institutions;

  Endorsements(Institutions institutions) {
    this.institutions = institutions;
  }

  /**
   * A key that somebody vouched for.
   *
   * @param patient whose key it is, by the issuer's pseudonym; empty in old endorsements
   * @param replaces hash of the key that the issuer vouched for before; empty in the first one
   * @param representation empty where the key is the client's own
   */
  record Endorsed(
      Origin origin,
      Optional<ClientId> patient,
      Optional<String> replaces,
      Optional<Representation> representation) {

    /** Which endorsement it is. */
    record Origin(UUID id, InstitutionId issuer, Instant issuedAt) {}

    UUID id() {
      return origin.id();
    }

    InstitutionId issuer() {
      return origin.issuer();
    }

    /**
     * Whether the holder itself vouched, and the routing leads to the client for whom it did: to
     * her and to nobody else. Whoever makes tokens cannot lead a client's signature to another one.
     */
    boolean isOf(InstitutionId holder, Routing routing) {
      return issuer().equals(holder)
          && patient.filter(her -> routing.holders().equals(Map.of(holder, her))).isPresent();
    }

    /** Whether a token does not outlive what the key was endorsed for. */
    boolean covers(Envelope.Life life) {
      return representation.map(as -> as.covers(life)).orElse(true);
    }
  }

  /**
   * Empty where the endorsement does not cover the key.
   *
   * @throws IllegalArgumentException if the endorsement is not of its form
   */
  Optional<Endorsed> of(EndorsedKey key) {
    CompactJws jws = CompactJws.parse(key.endorsement(), TYP);
    Members claims = StrictJson.object("endorsement", jws.payload());
    Endorsed.Origin origin =
        new Endorsed.Origin(
            Forms.uuid(claims.text("jti")),
            new InstitutionId(Forms.institution(claims.text("iss"))),
            Instant.ofEpochSecond(claims.integer("iat")));
    Endorsed said =
        new Endorsed(
            origin,
            claims.optionalText("patient").map(Forms::pseudonym).map(ClientId::new),
            claims.optionalText("replaces"),
            claims.has("representative")
                ? Optional.of(Representation.read(claims.object("representative")))
                : Optional.empty());
    String keyHash = claims.text("key_hash");
    claims.end();
    String expected = Base64Url.encode(Digest.sha256(key.salt(), key.publicKey()));
    boolean covered =
        key.salt().length == SALT_BYTES
            && key(said.issuer(), jws.kid()).filter(jws::isSignedBy).isPresent()
            && MessageDigest.isEqual(
                keyHash.getBytes(StandardCharsets.UTF_8),
                expected.getBytes(StandardCharsets.UTF_8));
    return covered ? Optional.of(said) : Optional.empty();
  }

  private Optional<ECPublicKey> key(InstitutionId issuer, String kid) {
    return institutions
        .find(issuer)
        .map(Institution::signingKeys)
        .flatMap(keys -> Optional.ofNullable(keys.get(kid)));
  }
}
