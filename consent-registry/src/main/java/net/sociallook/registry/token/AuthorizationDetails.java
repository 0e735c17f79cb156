package net.sociallook.registry.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceType;

/**
 * What a token allows, as RFC 9396 writes it: one object for each provision, because the arrays
 * within one object multiply.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9396#section-7">RFC 9396 §7</a>
 */
public final class AuthorizationDetails {
  private AuthorizationDetails() {}

  /** The member of the token response, in full; in the order of the provisions. */
  static List<Map<String, Object>> inResponse(ConsentToken token, String audience) {
    return token.granted().provisions().stream()
        .map(provision -> detail(provision, token.bearer(), audience))
        .toList();
  }

  /** The claim, without what other claims say for all provisions; in the same order. */
  static List<Map<String, Object>> inToken(ConsentToken token) {
    return of(token.granted().provisions());
  }

  /** Provisions of one holder and purpose, both of which another claim says; in the same order. */
  public static List<Map<String, Object>> of(List<Provision> provisions) {
    return provisions.stream().map(AuthorizationDetails::ownDetail).toList();
  }

  private static Map<String, Object> ownDetail(Provision provision) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("type", AccessDetails.TYPE);
    detail.put("actions", List.of(provision.permission().code()));
    limit(detail, provision.limits());
    return detail;
  }

  private static Map<String, Object> detail(
      Provision provision, ConsentToken.Bearer bearer, String audience) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("type", AccessDetails.TYPE);
    detail.put("locations", List.of(audience));
    detail.put("patient", "Patient/" + bearer.patient());
    detail.put("recipient", organization(bearer.asker().requester().institution()));
    detail.put("holder", organization(provision.holder()));
    detail.put("actions", List.of(provision.permission().code()));
    detail.put(
        "datatypes", provision.permission().types().stream().map(ResourceType::code).toList());
    detail.put("purpose", provision.purpose().code());
    limit(detail, provision.limits());
    return detail;
  }

  private static void limit(Map<String, Object> detail, Limits limits) {
    detail.put("max_confidentiality", limits.ceiling().name());
    detail.put("valid_from", limits.period().start().toString());
    detail.put("valid_until", limits.period().end().toString());
    narrow(detail, limits.narrowing());
  }

  private static void narrow(Map<String, Object> detail, Narrowing narrowing) {
    narrowing.document().ifPresent(document -> detail.put("document", document.value()));
    narrowing.team().ifPresent(team -> detail.put("team", team.value()));
    narrowing.caseworker().ifPresent(person -> detail.put("caseworker", person.value()));
  }

  private static String organization(InstitutionId institution) {
    return "Organization/" + institution.value();
  }
}
