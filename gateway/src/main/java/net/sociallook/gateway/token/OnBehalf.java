package net.sociallook.gateway.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.gateway.json.Members;

/**
 * In whose capacity somebody else than the client signed: member {@code onBehalf} of a signed
 * document. One key can act for several clients, so the document names the endorsements that it is
 * signed under: that one client's signature can be led to another client's data is ruled out.
 *
 * @param endorsements {@code jti} of the endorsement, by holder
 */
record OnBehalf(String capacity, Map<InstitutionId, UUID> endorsements) {

  /**
   * @throws IllegalArgumentException if it is not of its form
   */
  static OnBehalf read(Members member) {
    String capacity = Representation.capacity(member.text("as"));
    Map<InstitutionId, UUID> endorsements = new LinkedHashMap<>();
    member
        .object("endorsements")
        .allTexts()
        .forEach((holder, id) ->
            endorsements.put(new InstitutionId(Forms.institution(holder)), Forms.uuid(id)));
    member.end();
    return new OnBehalf(capacity, Map.copyOf(endorsements));
  }

  /** Whether the holder's endorsement is the one that this was signed under. */
  boolean isUnder(Endorsements.Endorsed key) {
    return key.representation().filter(as -> as.capacity().equals(capacity)).isPresent()
        && key.id().equals(endorsements.get(key.issuer()));
  }
}
