package net.sociallook.registry.token;

import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Permission;

/**
 * What an institution asks for with one token request: the one object of its {@code
 * authorization_details}.
 *
 * @param patient the institution's pseudonym of the client, 32 hexadecimal digits
 * @param actions what the token shall be good for; empty: everything that is granted
 * @param purpose the code as it was sent; it may name a purpose that SOCIALLOOK does not have
 * @param requester the caseworker on whose behalf the institution asks
 * @param grant the grant that is meant, when the institution names one
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9396#section-2">RFC 9396 §2</a>
 */
public record AccessDetails(
    String patient,
    InstitutionId holder,
    Set<Permission> actions,
    String purpose,
    CaseworkerId requester,
    Optional<GrantId> grant) {

  /** The only type of authorization details that the registry knows. */
  public static final String TYPE = "https://sociallook.net/rar/consent-access/v1";

  public AccessDetails {
    actions = Set.copyOf(actions);
  }
}
