package net.sociallook.gateway.token;

import static net.sociallook.gateway.token.RejectedToken.unless;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.TeamId;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/** Reads the claims of an own-access token: all of them, each in its one form. */
final class OwnClaimsReader {
  private OwnClaimsReader() {}

  /**
   * @throws IllegalArgumentException if a claim is missing, unknown, or of another form
   * @throws RejectedToken if it names another purpose
   */
  static OwnClaims read(byte[] payload) {
    Members all = StrictJson.object("claims", payload);
    Envelope envelope = Envelope.read(all);
    unless(all.text("purpose").equals(Purpose.OWN_ACCESS.code()), TokenFault.PURPOSE);
    Members session = all.object("session");
    UUID id = Forms.uuid(session.text("id"));
    long readAt = session.integer("read_at");
    session.end();
    String holder = Forms.institution(all.text("holder"));
    Optional<OwnClaims.Draft> draft =
        all.has("preview") ? Optional.of(draft(all.object("preview"), holder)) : Optional.empty();
    OwnClaims claims =
        new OwnClaims(envelope, id, readAt, new InstitutionId(holder), draft, all.text("routing"));
    all.end();
    return claims;
  }

  private static OwnClaims.Draft draft(Members preview, String holder) {
    OwnClaims.Draft draft =
        new OwnClaims.Draft(
            new InstitutionId(Forms.institution(preview.text("recipient"))),
            new CaseworkerId(Forms.staff(preview.text("caseworker"))),
            preview.optionalText("team").map(Forms::staff).map(TeamId::new),
            ClaimsReader.provisions(
                preview.objects("authorization_details"),
                holder,
                Purpose.CARE_COORDINATION.code()));
    preview.end();
    return draft;
  }
}
