package net.sociallook.registry.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Purpose;

/**
 * The claims of a consent token, as {@code docs/protocol.md} section 6 lists them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.2">RFC 9068 §2.2</a>
 */
final class TokenClaims {
  private static final String ROLES = "https://sociallook.net/fhir/CodeSystem/role";
  private static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

  private TokenClaims() {}

  /**
   * @param issuer the registry
   * @param audience the gateways
   */
  static Map<String, Object> of(ConsentToken token, String issuer, String audience) {
    String institution = token.bearer().asker().requester().institution().value();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("sub", institution);
    claims.put("client_id", institution);
    claims.put("aud", audience);
    claims.put("iat", token.life().issuedAt().getEpochSecond());
    claims.put("nbf", token.life().issuedAt().getEpochSecond());
    claims.put("exp", token.life().expiresAt().getEpochSecond());
    claims.put("jti", token.life().id().toString());
    claims.put("scope", String.join(" ", scopes(token)));
    claims.put("cnf", token.bearer().confirmation().claim());
    claims.put("grant", grant(token.granted()));
    claims.put("holder", holder(token.granted()).value());
    claims.put("authorization_details", AuthorizationDetails.inToken(token));
    claims.put("extensions", Map.of("ihe_iua", asker(token), "ihe_pcf", consent(token)));
    claims.put("routing", token.routing());
    return claims;
  }

  static List<String> scopes(ConsentToken token) {
    return SmartScope.of(token.granted().provisions().stream().map(Provision::permission).toList());
  }

  /** There is one: its details do not repeat it. */
  private static InstitutionId holder(ConsentToken.Granted granted) {
    return only("holder", granted.provisions().stream().map(Provision::holder));
  }

  private static <T> T only(String name, Stream<T> values) {
    List<T> distinct = values.distinct().toList();
    if (distinct.size() != 1) {
      throw new IllegalArgumentException(name + ": " + distinct.size() + " (expected: one)");
    }
    return distinct.getFirst();
  }

  private static Map<String, Object> grant(ConsentToken.Granted granted) {
    return Map.of(
        "id", granted.version().grant().value(),
        "version", granted.version().number(),
        "read_at", granted.readAt());
  }

  /** The caseworker, as IHE IUA writes the subject of a token. */
  private static Map<String, Object> asker(ConsentToken token) {
    ConsentToken.Asker asker = token.bearer().asker();
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put("subject_name", asker.caseworkerName());
    subject.put("subject_organization", asker.institutionName());
    subject.put("subject_organization_id", asker.requester().institution().value());
    subject.put("subject_role", List.of(Map.of("system", ROLES, "code", asker.role())));
    subject.put("purpose_of_use", purposes(token));
    subject.put("person_id", asker.requester().caseworker().value());
    asker.requester().team().ifPresent(team -> subject.put("team", team.value()));
    return subject;
  }

  private static List<Map<String, String>> purposes(ConsentToken token) {
    Purpose purpose =
        only("purpose", token.granted().provisions().stream().map(Provision::purpose));
    return List.of(Map.of("system", ACT_REASON, "code", purpose.code()));
  }

  /** The consent, as IHE PCF writes it. */
  private static Map<String, Object> consent(ConsentToken token) {
    return Map.of(
        "patient_id", token.bearer().patient(),
        "doc_id", List.of("urn:uuid:" + token.granted().version().grant().value()));
  }
}
