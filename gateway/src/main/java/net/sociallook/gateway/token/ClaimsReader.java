package net.sociallook.gateway.token;

import static net.sociallook.gateway.token.RejectedToken.unless;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Grant;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
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
  private static final String ORGANIZATION = "Organization/";
  private static final String PATIENT = "Patient/";

  private ClaimsReader() {}

  /**
   * @throws IllegalArgumentException if a claim is missing, unknown, or of another form
   * @throws RejectedToken if it names a purpose that does not exist
   */
  static Claims read(byte[] payload) {
    Members all = StrictJson.object("claims", payload);
    String sub = Forms.institution(all.text("sub"));
    agree("client_id", all.text("client_id").equals(sub));
    String audience = all.text("aud");
    Staff staff = Staff.read(all.object("extensions"), sub);
    Members grant = all.object("grant");
    GrantId grantId = new GrantId(Forms.uuid(grant.text("id")).toString());
    agree("doc_id", staff.grants().equals(List.of("urn:uuid:" + grantId)));
    Grant.Version version = new Grant.Version(grantId, Math.toIntExact(grant.integer("version")));
    long readAt = grant.integer("read_at");
    grant.end();
    Members cnf = all.object("cnf");
    String thumbprint = cnf.text("x5t#S256");
    cnf.end();
    Claims claims =
        new Claims(
            URI.create(all.text("iss")),
            URI.create(audience),
            Instant.ofEpochSecond(all.integer("iat")),
            Instant.ofEpochSecond(all.integer("nbf")),
            Instant.ofEpochSecond(all.integer("exp")),
            Forms.uuid(all.text("jti")),
            new InstitutionId(sub),
            new ClientId(staff.patient()),
            new CaseworkerId(staff.caseworker()),
            staff.team().map(TeamId::new),
            version,
            readAt,
            provisions(all.objects("authorization_details"), audience, sub, staff.patient()),
            thumbprint,
            all.text("routing"));
    Forms.scope(all.text("scope"));
    all.end();
    return claims;
  }

  private static Provisions provisions(
      List<Members> details, String audience, String recipient, String patient) {
    List<Provision> provisions = new ArrayList<>();
    for (Members detail : details) {
      agree("type", detail.text("type").equals("https://sociallook.net/rar/consent-access/v1"));
      agree("locations", detail.texts("locations").equals(List.of(audience)));
      agree("patient", detail.text("patient").equals(PATIENT + patient));
      agree("recipient", detail.text("recipient").equals(ORGANIZATION + recipient));
      String holder = detail.text("holder");
      agree("holder", holder.startsWith(ORGANIZATION));
      List<String> actions = detail.texts("actions");
      agree("actions", actions.size() == 1);
      unless(Forms.isGrantable(detail.text("purpose")), TokenFault.PURPOSE);
      ProvisionReader.Names names =
          new ProvisionReader.Names("valid_from", "valid_until", "max_confidentiality");
      Provision provision =
          ProvisionReader.read(
              detail, actions.getFirst(), holder.substring(ORGANIZATION.length()), names);
      Set<String> types = new HashSet<>();
      provision.permission().types().forEach(type -> types.add(type.code()));
      agree("datatypes", types.equals(Set.copyOf(detail.texts("datatypes"))) && !types.isEmpty());
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
      String caseworker, Optional<String> team, String patient, List<String> grants) {

    static Staff read(Members extensions, String institution) {
      Members iua = extensions.object("ihe_iua");
      Members pcf = extensions.object("ihe_pcf");
      extensions.end();
      iua.text("subject_name");
      iua.text("subject_organization");
      agree("subject_organization_id", iua.text("subject_organization_id").equals(institution));
      iua.objects("subject_role").forEach(Staff::coding);
      List<Members> purposes = iua.objects("purpose_of_use");
      agree("purpose_of_use", !purposes.isEmpty());
      for (Members purpose : purposes) {
        unless(Forms.isGrantable(coding(purpose)), TokenFault.PURPOSE);
      }
      Staff staff =
          new Staff(
              Forms.staff(iua.text("person_id")),
              iua.optionalText("team").map(Forms::staff),
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
