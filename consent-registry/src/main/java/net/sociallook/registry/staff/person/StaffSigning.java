package net.sociallook.registry.staff.person;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.Ceremonies;
import net.sociallook.registry.passkey.CreationOptions;
import net.sociallook.registry.passkey.CredentialVerifier;
import net.sociallook.registry.passkey.RequestOptions;
import net.sociallook.registry.staff.StaffProperties;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Making passkeys of staff, and signing in with them. */
@Component
class StaffSigning {
  private static final int ES256 = -7;
  private static final int HANDLE = 16;

  private final Kept kept;
  private final CredentialVerifier verifier;
  private final String relyingParty;

  StaffSigning(Kept kept, StaffProperties properties) {
    this.kept = kept;
    this.verifier = new CredentialVerifier(properties.origin(), properties.relyingParty());
    this.relyingParty = properties.relyingParty();
  }

  /** What the database holds. */
  @Component
  record Kept(StaffPasskeys passkeys, StaffCodes codes, StaffCeremonies ceremonies) {}

  RequestOptions toSignIn(StaffCeremonies.Started ceremony) {
    return new RequestOptions(
        Bytes.base64url(ceremony.challenge()),
        Ceremonies.PATIENCE.toMillis(),
        relyingParty,
        List.of(),
        "required");
  }

  /** The name is on her own device, so that she tells it from other passkeys. */
  CreationOptions toMake(
      StaffCeremonies.Making making, Institution institution, Institution.Caseworker person) {
    String who = institution.id() + " " + person.id();
    byte[] hash = Bytes.sha256(who.getBytes(StandardCharsets.UTF_8));
    String name = person.name() + ", " + institution.name();
    return new CreationOptions(
        new CreationOptions.RelyingParty(relyingParty, "SOCIALLOOK"),
        new CreationOptions.User(Bytes.base64url(Arrays.copyOf(hash, HANDLE)), name, name),
        Bytes.base64url(making.challenge()),
        List.of(new CreationOptions.Algorithm("public-key", ES256)),
        Ceremonies.PATIENCE.toMillis(),
        new CreationOptions.Selection("required", "required"),
        "none");
  }

  /**
   * Verifies and keeps a new passkey.
   *
   * @param credential RegistrationResponseJSON
   * @throws Refused with {@link Problem#ENDED} or {@link Problem#SIGNATURE_REFUSED}
   */
  @Transactional(noRollbackFor = Refused.class)
  public void make(UUID ceremony, String credential) {
    StaffCeremonies.Making making =
        kept.ceremonies().takeMaking(ceremony).orElseThrow(() -> new Refused(Problem.ENDED));
    StaffPasskeys.Owner owner =
        kept.codes().owner(making.code()).orElseThrow(() -> new Refused(Problem.ENDED));
    CredentialVerifier.Key key = verifier.verifyNew(json(credential), making.challenge());
    if (!kept.codes().use(making.code())) {
      throw new Refused(Problem.ENDED);
    }
    if (!kept.passkeys().add(key, owner)) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
  }

  /**
   * Verifies a sign-in.
   *
   * @param assertion AuthenticationResponseJSON
   * @return the id of the credential that signed
   * @throws Refused with {@link Problem#ENDED} or {@link Problem#SIGNATURE_REFUSED}
   */
  byte[] verify(UUID ceremony, String assertion) {
    byte[] challenge =
        kept.ceremonies().takeSignIn(ceremony).orElseThrow(() -> new Refused(Problem.ENDED));
    CredentialVerifier.Signed signed =
        verifier.verify(json(assertion), challenge, kept.passkeys()::find);
    kept.passkeys().countUpTo(signed.credentialId(), signed.signCount());
    return signed.credentialId();
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
  }
}
