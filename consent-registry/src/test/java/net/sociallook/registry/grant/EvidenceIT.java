package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.passkey.Bytes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What gateways are handed proves, without trust in the registry, that the client signed. */
class EvidenceIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void evidenceVerifiesWithoutTheRegistry() throws Exception {
    Phone phone = new Phone(REGISTRY);
    String pseudonym = phone.linkTo(Office.of(REGISTRY, JOBCENTER));
    phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));

    GrantReader.CurrentGrant current = currentFor(pseudonym);

    SignedEvidence evidence = (SignedEvidence) current.evidence().orElseThrow();
    JsonNode document = JsonMapper.shared().readTree(evidence.document());
    assertThat(document.get("grant").asString()).isEqualTo(given.text("id"));
    JsonNode clientData = JsonMapper.shared().readTree(evidence.assertion().clientData());
    assertThat(clientData.get("challenge").asString())
        .isEqualTo(Bytes.base64url(Bytes.sha256(evidence.document())));
    assertThat(isSignedByKey(evidence)).isTrue();
    assertThat(endorsedKeyHash(evidence))
        .isEqualTo(
            Bytes.base64url(Bytes.sha256(evidence.key().salt(), evidence.key().publicKey())));
  }

  @Test
  void endorsementIsTheHoldersForItsOwnPseudonym() throws Exception {
    Phone phone = new Phone(REGISTRY);
    String pseudonym = phone.linkTo(Office.of(REGISTRY, JOBCENTER));
    String atHolder = phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));

    SignedEvidence.EndorsedKey key =
        ((SignedEvidence) currentFor(pseudonym).evidence().orElseThrow()).key();

    JWTClaimsSet claims = SignedJWT.parse(key.endorsement()).getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(YOUTH_OFFICE);
    assertThat(claims.getStringClaim("patient")).isEqualTo(atHolder);
    assertThat(key.isFor(atHolder)).isTrue();
    assertThat(key.isFor(pseudonym)).isFalse();
  }

  @Test
  void narrowedVersionLiesWithinTheSignedDocumentThatProvesIt() {
    Phone phone = new Phone(REGISTRY);
    String pseudonym = phone.linkTo(Office.of(REGISTRY, JOBCENTER));
    phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    phone
        .post(
            "/api/grants/" + given.text("id") + "/narrowing",
            Map.of("holder", YOUTH_OFFICE, "document", "akte-1"))
        .is(200);

    GrantReader.CurrentGrant current = currentFor(pseudonym);

    assertThat(current.grant().version().number()).isEqualTo(2);
    var signed =
        REGISTRY
            .bean(CanonicalDocument.class)
            .read(((SignedEvidence) current.evidence().orElseThrow()).document());
    assertThat(signed.version()).isEqualTo(1);
    assertThat(
            current
                .grant()
                .provisions()
                .lieWithin(new net.sociallook.consent.Provisions(signed.provisions())))
        .isTrue();
  }

  @Test
  void withdrawnGrantIsReadAsWithdrawn() {
    Phone phone = new Phone(REGISTRY);
    String pseudonym = phone.linkTo(Office.of(REGISTRY, JOBCENTER));
    phone.linkTo(Office.of(REGISTRY, YOUTH_OFFICE));
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    phone.post("/api/grants/" + given.text("id") + "/withdrawal").is(200);
    assertThat(currentFor(pseudonym).grant().withdrawnAt()).isPresent();
    assertThat(currentFor(pseudonym).grant().provisions().all()).isEmpty();
  }

  private static GrantReader.CurrentGrant currentFor(String pseudonym) {
    InstitutionId recipient = new InstitutionId(JOBCENTER);
    UUID client = REGISTRY.bean(Pseudonyms.class).clientOf(recipient, pseudonym).orElseThrow();
    return REGISTRY
        .bean(GrantReader.class)
        .currentFor(client, recipient, new InstitutionId(YOUTH_OFFICE))
        .orElseThrow();
  }

  private static boolean isSignedByKey(SignedEvidence evidence) throws Exception {
    COSEKey key =
        new ObjectConverter()
            .getCborConverter()
            .readValue(evidence.key().publicKey(), COSEKey.class);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initVerify(key.getPublicKey());
    signature.update(evidence.assertion().authenticatorData());
    signature.update(Bytes.sha256(evidence.assertion().clientData()));
    return signature.verify(evidence.assertion().signature());
  }

  private static String endorsedKeyHash(SignedEvidence evidence) throws Exception {
    SignedJWT endorsement = SignedJWT.parse(evidence.key().endorsement());
    String issuer = endorsement.getJWTClaimsSet().getIssuer();
    assertThat(
            endorsement.verify(
                new ECDSAVerifier(
                    RunningRegistry.directory().signingKeys().get(issuer).toPublicJWK())))
        .isTrue();
    return endorsement.getJWTClaimsSet().getStringClaim("key_hash");
  }
}
