package net.sociallook.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.sociallook.consent.Block;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.gateway.caller.Caller;
import net.sociallook.gateway.caller.Institution;
import net.sociallook.gateway.world.InstitutionList;
import net.sociallook.gateway.world.TokenForge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a verifier accepts and how long; what it refuses is in {@code BadTokensIT}. */
class TokenVerifierTest {
  private static final String THUMBPRINT = "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2";

  private final TokenForge forge = new TokenForge();
  private final AtomicInteger keyLookups = new AtomicInteger();
  private TokenVerifier verifier;

  @BeforeEach
  void verifier(@TempDir Path directory) {
    verifier =
        new TokenVerifier(
            this::key,
            new Expectations(
                URI.create(TokenForge.ISSUER),
                URI.create(TokenForge.AUDIENCE),
                "localhost",
                TokenForge.ORIGIN),
            ClusterKeys.parse(
                new JWKSet(List.of(TokenForge.key("cluster-0"), forge.clusterKey)).toString(false)),
            InstitutionList.ofHolder(forge).read(directory));
  }

  private Optional<ECPublicKey> key(String kid) {
    keyLookups.incrementAndGet();
    try {
      return kid.equals("registry-1")
          ? Optional.of(forge.issuerKey.toECPublicKey())
          : Optional.empty();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tokenBecomesDomainValues() {
    String token =
        forge.token(
            THUMBPRINT,
            draft ->
                draft.routing.put("blocks", List.of(Map.of("kind", "sensitivity", "code", "SUD"))));

    ConsentToken read = accepted(verifier.verify(token, caller(), Instant.now()));

    assertThat(read.claims().caseworker().value()).isEqualTo("cw-001");
    assertThat(read.claims().team().orElseThrow().value()).isEqualTo("u25");
    assertThat(read.claims().readAt()).isEqualTo(48_211);
    assertThat(read.claims().patient().value()).isEqualTo(TokenForge.AT_RECIPIENT);
    assertThat(read.clientAt(new InstitutionId(TokenForge.HOLDER)).orElseThrow().value())
        .isEqualTo(TokenForge.AT_HOLDER);
    assertThat(read.routing().blocks()).containsExactly(new Block.Sensitivity("SUD"));
  }

  @Test
  void secondUseVerifiesNoSignatureAgain() {
    String token = forge.token(THUMBPRINT);
    verifier.verify(token, caller(), Instant.now());

    Verdict again = verifier.verify(token, caller(), Instant.now());

    assertThat(again).isInstanceOf(Verdict.Accepted.class);
    assertThat(keyLookups).hasValue(1);
  }

  @Test
  void rememberedTokenStillExpires() {
    String token = forge.token(THUMBPRINT);
    verifier.verify(token, caller(), Instant.now());

    Verdict later = verifier.verify(token, caller(), Instant.now().plusSeconds(301));

    assertThat(later).isEqualTo(new Verdict.Rejected(TokenFault.TIME));
  }

  @Test
  void rememberedTokenIsStillBoundToItsCertificate() {
    String token = forge.token(THUMBPRINT);
    verifier.verify(token, caller(), Instant.now());

    Verdict other = verifier.verify(token, caller("another"), Instant.now());

    assertThat(other).isEqualTo(new Verdict.Rejected(TokenFault.OTHER_CALLER));
  }

  @Test
  void tokenMayAllowLessThanWasSigned() {
    String token =
        forge.token(
            THUMBPRINT,
            draft -> {
              draft.detail(0).put("max_confidentiality", "L");
              draft.detail(0).put("document", "akte-17-3");
            });

    assertThat(verifier.verify(token, caller(), Instant.now()))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @Test
  void anotherSignatureUnderTheSameGrantIsVerifiedOnItsOwn() {
    TokenForge.Draft draft = forge.draft(THUMBPRINT);
    verifier.verify(forge.seal(draft), caller(), Instant.now());
    draft.claims.remove("routing");
    draft.signer = draft.signer.withoutUserVerification();

    Verdict unverified = verifier.verify(forge.seal(draft), caller(), Instant.now());

    assertThat(unverified).isEqualTo(new Verdict.Rejected(TokenFault.EVIDENCE));
  }

  @Test
  void dictionaryIsTheOneOfTheProtocolPage() {
    assertThat(RoutingDictionary.bytes())
        .isEqualTo(net.sociallook.testbed.RoutingDictionary.fromProtocol());
  }

  @Test
  void unknownKeyIsAskedForAndNotGuessed() {
    String token = forge.token(THUMBPRINT, draft -> draft.header.put("kid", "registry-2"));

    assertThat(verifier.verify(token, caller(), Instant.now())).isEqualTo(new Verdict.KeyUnknown());
  }

  private static ConsentToken accepted(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    return (ConsentToken) ((Verdict.Accepted) verdict).token();
  }

  private static Caller caller() {
    return caller(THUMBPRINT);
  }

  private static Caller caller(String thumbprint) {
    return new Caller.OfInstitution(
        new Institution(
            new InstitutionId(TokenForge.RECIPIENT),
            InstitutionKind.BENEFIT_AUTHORITY,
            Optional.empty(),
            Map.of(),
            Set.of()),
        thumbprint);
  }
}
