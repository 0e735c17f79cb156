package net.sociallook.adapter.assertion;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.adapter.link.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * Reads the two halves of an assertion: the header before the signature is verified, the claims
 * after. Whatever is not listed in docs/protocol.md section 9 is refused.
 */
final class AssertionReader {
  private static final JOSEObjectType TYPE = new JOSEObjectType("sociallook-assertion+jwt");
  private static final int MOST_CHARACTERS = 4096;
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
  private static final Set<String> CLAIMS =
      Set.of(
          "iss",
          "aud",
          "iat",
          "jti",
          "ledger",
          "method",
          "uri_hash",
          "body_hash",
          "patient",
          "recipient",
          "caseworker",
          "purpose",
          "stamp");

  /** Left out when the client is the one who asks. */
  private static final String CASEWORKER = "caseworker";

  private AssertionReader() {}

  /** The JWS, if its header says exactly what it must; nothing in it is to be believed yet. */
  static Optional<JWSObject> parse(String compact) {
    if (compact.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      JWSObject jws = JWSObject.parse(compact);
      JWSHeader header = jws.getHeader();
      boolean expected =
          header.toJSONObject().keySet().equals(HEADER)
              && JWSAlgorithm.ES256.equals(header.getAlgorithm())
              && TYPE.equals(header.getType());
      return expected ? Optional.of(jws) : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** The claims of a JWS whose signature was verified; empty if they are not exactly those. */
  static Optional<Assertion> claims(JWSObject verified) {
    Map<String, Object> claims = verified.getPayload().toJSONObject();
    if (claims == null || !isComplete(claims.keySet())) {
      return Optional.empty();
    }
    try {
      Optional<Stamp> stamp = stamp(claims.get("stamp"));
      return Optional.of(
          new Assertion(
              text(claims, "iss"),
              text(claims, "aud"),
              whole(claims.get("iat")),
              text(claims, "jti"),
              text(claims, "ledger"),
              text(claims, "method"),
              text(claims, "uri_hash"),
              text(claims, "body_hash"),
              new Pseudonym(text(claims, "patient")),
              text(claims, "recipient"),
              claims.get(CASEWORKER) == null
                  ? Optional.empty()
                  : Optional.of(text(claims, CASEWORKER)),
              text(claims, "purpose"),
              stamp));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isComplete(Set<String> names) {
    Set<String> all = new HashSet<>(names);
    all.add(CASEWORKER);
    return all.equals(CLAIMS);
  }

  private static Optional<Stamp> stamp(@Nullable Object claim) {
    if (claim == null) {
      return Optional.empty();
    }
    if (claim instanceof Map<?, ?> stamp && stamp.keySet().equals(Set.of("boot", "until"))) {
      return Optional.of(
          new Stamp(UUID.fromString(String.valueOf(stamp.get("boot"))), whole(stamp.get("until"))));
    }
    throw new IllegalArgumentException("stamp: malformed (expected: boot, until)");
  }

  private static String text(Map<String, Object> claims, String name) {
    if (claims.get(name) instanceof String text && !text.isEmpty() && text.length() <= 128) {
      return text;
    }
    throw new IllegalArgumentException(name + ": malformed (expected: text)");
  }

  private static long whole(@Nullable Object number) {
    if (number instanceof Long || number instanceof Integer) {
      return ((Number) number).longValue();
    }
    throw new IllegalArgumentException("number: malformed (expected: whole)");
  }
}
