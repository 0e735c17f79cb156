package net.sociallook.registry.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceType;

/**
 * What a token allows, as RFC 9396 writes it: one object for each provision, because the arrays
 * within one object multiply.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9396#section-7">RFC 9396 §7</a>
 */
final class AuthorizationDetails {
  private AuthorizationDetails() {}

  /** The claim and the member of the token response; in the order of the provisions. */
  static List<Map<String, Object>> of(ConsentToken token, String audience) {
    return token.granted().provisions().stream()
        .map(provision -> detail(provision, token.bearer(), audience))
        .toList();
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
    detail.put("max_confidentiality", provision.limits().ceiling().name());
    detail.put("purpose", provision.purpose().code());
    detail.put("valid_from", provision.limits().period().start().toString());
    detail.put("valid_until", provision.limits().period().end().toString());
    narrow(detail, provision.limits().narrowing());
    return detail;
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
