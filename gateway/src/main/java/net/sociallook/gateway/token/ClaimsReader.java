package net.sociallook.gateway.token;

import static net.sociallook.gateway.token.RejectedToken.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Grant;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Provisions;
import net.sociallook.consent.TeamId;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/**
 * Reads the claims of a consent token: all of them, each in its one form, and all that say the same
 * thing twice must agree.
 */
final class ClaimsReader {
  private static final ProvisionReader.Names NAMES =
      new ProvisionReader.Names("valid_from", "valid_until", "max_confidentiality");

  private ClaimsReader() {}

  /**
   * @throws IllegalArgumentException if a claim is missing, unknown, or of another form
   * @throws RejectedToken if it names a purpose that does not exist
   */
  static Claims read(byte[] payload) {
    Members all = StrictJson.object("claims", payload);
    Envelope envelope = Envelope.read(all);
    Staff staff = Staff.read(all.object("extensions"), envelope.bearer().value());
    Members grant = all.object("grant");
    GrantId grantId = new GrantId(Forms.uuid(grant.text("id")).toString());
    agree("doc_id", staff.grants().equals(List.of("urn:uuid:" + grantId)));
    Grant.Version version = new Grant.Version(grantId, Math.toIntExact(grant.integer("version")));
    long readAt = grant.integer("read_at");
    grant.end();
    Claims claims =
        new Claims(
            envelope,
            new ClientId(staff.patient()),
            new CaseworkerId(staff.caseworker()),
            staff.team().map(TeamId::new),
            version,
            readAt,
            provisions(all.objects("authorization_details"), all.text("holder"), staff.purpose()),
            all.text("routing"));
    Forms.scope(all.text("scope"));
    all.end();
    return claims;
  }

  /** Holder and purpose stand once for all details. */
  static Provisions provisions(List<Members> details, String holder, String purpose) {
    List<Provision> provisions = new ArrayList<>();
    for (Members detail : details) {
      agree("type", detail.text("type").equals("https://sociallook.net/rar/consent-access/v1"));
      List<String> actions = detail.texts("actions");
      agree("actions", actions.size() == 1);
      Provision provision =
          ProvisionReader.read(
              detail, new ProvisionReader.Subject(actions.getFirst(), holder, purpose), NAMES);
      agree("actions", !provision.permission().types().isEmpty());
      detail.end();
      provisions.add(provision);
    }
    agree("authorization_details", !provisions.isEmpty());
    return new Provisions(provisions);
  }

  private static void agree(String claim, boolean agrees) {
    if (!agrees) {
      throw new IllegalArgumentException(claim + ": disagrees (expected: as the other claims say)");
    }
  }

  /** The extensions: who asks, for whom the institution vouches, and about whom. */
  private record Staff(
      String caseworker,
      Optional<String> team,
      String purpose,
      String patient,
      List<String> grants) {

    static Staff read(Members extensions, String institution) {
      Members iua = extensions.object("ihe_iua");
      Members pcf = extensions.object("ihe_pcf");
      extensions.end();
      iua.text("subject_name");
      iua.text("subject_organization");
      agree("subject_organization_id", iua.text("subject_organization_id").equals(institution));
      iua.objects("subject_role").forEach(Staff::coding);
      List<Members> purposes = iua.objects("purpose_of_use");
      agree("purpose_of_use", purposes.size() == 1);
      String purpose = coding(purposes.getFirst());
      unless(Forms.isGrantable(purpose), TokenFault.PURPOSE);
      Staff staff =
          new Staff(
              Forms.staff(iua.text("person_id")),
              iua.optionalText("team").map(Forms::staff),
              purpose,
              Forms.pseudonym(pcf.text("patient_id")),
              pcf.texts("doc_id"));
      iua.end();
      pcf.end();
      return staff;
    }

    private static String coding(Members coding) {
      coding.text("system");
      String code = coding.text("code");
      coding.optionalText("display");
      coding.end();
      return code;
    }
  }
}
