package net.sociallook.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.sociallook.gateway.caller.Institutions;
import net.sociallook.gateway.world.InstitutionList;
import net.sociallook.gateway.world.OwnTokenForge;
import net.sociallook.gateway.world.TokenForge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Who acts for a client by law: only as the holder says, for the one client, until the end. */
class RepresentationTest {
  private static final String FAR = "2099-01-01T00:00:00Z";

  private final TokenForge forge = new TokenForge();
  private Institutions institutions;
  private PasskeySignature passkey;

  @BeforeEach
  void institutions(@TempDir Path directory) {
    institutions = InstitutionList.ofHolder(forge).read(directory);
    passkey = new PasskeySignature("localhost", TokenForge.ORIGIN);
  }

  @Test
  void grantsAreGivenInTheEndorsedCapacityForTheOneClientUntilTheEnd() {
    isBound(this::carries);
  }

  @Test
  void gatewayThatDoesNotCompareCapacitiesIsCaught() {
    assertThatThrownBy(() -> isBound(token -> carries(token, Mutant.WHO_SIGNED_IS_NOT_COMPARED)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("client's own word");
  }

  @Test
  void gatewayThatDoesNotLookForTheEndIsCaught() {
    assertThatThrownBy(() -> isBound(token -> carries(token, Mutant.END_IS_NOT_LOOKED_AT)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("after the end");
  }

  @Test
  void ownAccessEndsWithTheOrder() {
    assertThat(carriesOwn(draft -> represent(draft, "carer", FAR))).isTrue();
    assertThat(carriesOwn(draft -> represent(draft, "carer", in(draft, 60)))).isTrue();
    assertThat(carriesOwn(draft -> represent(draft, "carer", in(draft, 59)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"as\":\"friend\",\"areas\":[],\"until\":\"2099-01-01T00:00:00Z\"}",
        "{\"as\":\"carer\",\"areas\":[],\"until\":\"2099-01-01T00:00:00Z\"}",
        "{\"as\":\"carer\",\"areas\":[\"everything\"],\"until\":\"2099-01-01T00:00:00Z\"}",
        "{\"as\":\"carer\",\"areas\":[\"health\",\"health\"],\"until\":\"2099-01-01T00:00:00Z\"}",
        "{\"as\":\"guardian\",\"areas\":[\"health\"],\"until\":\"2099-01-01T00:00:00Z\"}",
        "{\"as\":\"guardian\",\"areas\":[]}",
        "{\"as\":\"guardian\",\"areas\":[],\"until\":null}",
        "{\"as\":\"guardian\",\"areas\":[],\"until\":\"2099-01-01T00:00:00Z\",\"more\":1}",
        "\"guardian\"",
        "null"
      })
  void whatIsNotOfTheFormIsRefused(String representative) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            carries(
                forge.token(
                    "",
                    draft -> {
                      represent(draft, "carer", FAR);
                      draft.endorsement.put(
                          "representative",
                          JsonMapper.shared().readValue(representative, Object.class));
                    })));
  }

  @Test
  void documentWithAnUnknownCapacityOrMemberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> carries(represented(draft -> onBehalf(draft).put("as", "friend"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> carries(represented(draft -> onBehalf(draft).put("more", "x"))));
  }

  private void isBound(Predicate<String> gateway) {
    assertThat(gateway.test(represented(draft -> {}))).as("as endorsed").isTrue();
    assertThat(gateway.test(represented(draft -> draft.document.remove("onBehalf"))))
        .as("a representative's signature as the client's own word")
        .isFalse();
    assertThat(gateway.test(represented(draft -> draft.endorsement.remove("representative"))))
        .as("a client's signature as a representative's")
        .isFalse();
    assertThat(gateway.test(represented(draft -> onBehalf(draft).put("as", "guardian"))))
        .as("another capacity")
        .isFalse();
    assertThat(gateway.test(represented(RepresentationTest::forAnotherClient)))
        .as("signed for another client of hers")
        .isFalse();
    assertThat(gateway.test(represented(RepresentationTest::underNoEndorsement)))
        .as("signed under no endorsement of the holder")
        .isFalse();
    assertThat(gateway.test(represented(draft -> represent(draft, "carer", in(draft, 300)))))
        .as("to the end")
        .isTrue();
    assertThat(gateway.test(represented(draft -> represent(draft, "carer", in(draft, 299)))))
        .as("after the end")
        .isFalse();
  }

  private static void forAnotherClient(TokenForge.Draft draft) {
    draft.endorsement.put("jti", UUID.randomUUID().toString());
  }

  private static void underNoEndorsement(TokenForge.Draft draft) {
    onBehalf(draft).put("endorsements", Map.of());
  }

  private String represented(Consumer<TokenForge.Draft> change) {
    return forge.token(
        "",
        draft -> {
          represent(draft, "carer", FAR);
          change.accept(draft);
        });
  }

  private static void represent(TokenForge.Draft draft, String as, String until) {
    List<String> areas = as.equals("carer") ? List.of("authorities") : List.of();
    draft.endorsement.put("representative", Map.of("as", as, "areas", areas, "until", until));
    if (draft.document.containsKey("grant")) {
      Map<String, Object> onBehalf = new LinkedHashMap<>();
      onBehalf.put("as", as);
      onBehalf.put("endorsements", Map.of(TokenForge.HOLDER, draft.endorsement.get("jti")));
      draft.document.put("onBehalf", onBehalf);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> onBehalf(TokenForge.Draft draft) {
    return (Map<String, Object>) draft.document.get("onBehalf");
  }

  private static String in(TokenForge.Draft draft, long seconds) {
    return Instant.ofEpochSecond((Long) draft.claims.get("iat") + seconds).toString();
  }

  private boolean carries(String token) {
    Claims claims = claims(token);
    RoutingReader.Opened opened = open(claims.routing(), claims.envelope());
    return withinReach(
        () -> new EvidenceVerifier(passkey, institutions).carries(opened, claims, Instant.now()));
  }

  /** A gateway that leaves one check out. */
  private enum Mutant {
    WHO_SIGNED_IS_NOT_COMPARED,
    END_IS_NOT_LOOKED_AT
  }

  private boolean carries(String token, Mutant mutant) {
    Claims claims = claims(token);
    RoutingReader.Opened opened = open(claims.routing(), claims.envelope());
    PasskeyEvidence evidence = (PasskeyEvidence) opened.evidence();
    SignedDocument document = SignedDocument.read(evidence.document());
    Optional<Endorsements.Endorsed> key = new Endorsements(institutions).of(evidence.endorsed());
    return passkey.verifies(evidence.document(), evidence.assertion())
        && document.carries(claims)
        && key.filter(by -> by.isOf(claims.holder(), opened.routing()))
            .filter(by -> mutant == Mutant.WHO_SIGNED_IS_NOT_COMPARED || document.isSignedAs(by))
            .filter(
                by -> mutant == Mutant.END_IS_NOT_LOOKED_AT || by.covers(claims.envelope().life()))
            .isPresent();
  }

  private boolean carriesOwn(Consumer<TokenForge.Draft> change) {
    String token = OwnTokenForge.token(forge, "", change);
    OwnClaims claims =
        OwnClaimsReader.read(CompactJws.parse(token, "sociallook-own-access+jwt").payload());
    RoutingReader.Opened opened = open(claims.routing(), claims.envelope());
    return withinReach(
        () -> new SignInVerifier(passkey, institutions).carries(opened, claims, Instant.now()));
  }

  /** Whatever is refused here is refused because of who acts, and the ledger says so. */
  private static boolean withinReach(BooleanSupplier verifier) {
    try {
      return verifier.getAsBoolean();
    } catch (RejectedToken refused) {
      assertThat(refused.fault()).isEqualTo(TokenFault.REPRESENTATION);
      return false;
    }
  }

  @Test
  void whatRepresentationDoesNotReachIsAFaultOfItsOwn() {
    String own = represented(draft -> draft.document.remove("onBehalf"));
    String late = represented(draft -> represent(draft, "carer", in(draft, 299)));
    for (String token : List.of(own, late)) {
      Claims claims = claims(token);
      RoutingReader.Opened opened = open(claims.routing(), claims.envelope());
      assertThatThrownBy(() ->
              new EvidenceVerifier(passkey, institutions).carries(opened, claims, Instant.now()))
          .isInstanceOf(RejectedToken.class)
          .hasMessage("token-representation");
    }
  }

  private static Claims claims(String token) {
    return ClaimsReader.read(CompactJws.parse(token, "at+jwt").payload());
  }

  private RoutingReader.Opened open(String routing, Envelope envelope) {
    ClusterKeys keys = ClusterKeys.parse(new JWKSet(forge.clusterKey).toString(false));
    return new RoutingReader(keys).open(routing, envelope.jti());
  }
}
