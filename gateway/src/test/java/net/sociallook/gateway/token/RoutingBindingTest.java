package net.sociallook.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.sociallook.consent.ClientId;
import net.sociallook.gateway.caller.Institutions;
import net.sociallook.gateway.world.InstitutionList;
import net.sociallook.gateway.world.TokenForge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client's signature leads to her own data alone; a gateway that does not compare is caught. */
class RoutingBindingTest {
  private static final Map<String, String> TO_ANOTHER =
      Map.of(TokenForge.HOLDER, "00000000000000000000000000000000");

  private final TokenForge forge = new TokenForge();
  private Institutions institutions;
  private EvidenceVerifier verifier;

  @BeforeEach
  void verifier(@TempDir Path directory) {
    institutions = InstitutionList.ofHolder(forge).read(directory);
    verifier =
        new EvidenceVerifier(new PasskeySignature("localhost", TokenForge.ORIGIN), institutions);
  }

  @Test
  void signatureLeadsNowhereElse() {
    leadsToHerAlone(this::carries);
  }

  @Test
  void gatewayThatDoesNotCompareIsCaught() {
    assertThatThrownBy(() -> leadsToHerAlone(this::carriesWhateverTheRoutingSays))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("another client");
  }

  @Test
  void rememberedSignatureLeadsNowhereElseEither() {
    Map<String, Object> evidence = new LinkedHashMap<>();
    TokenForge.Draft draft = forge.draft("");
    draft.evidence = evidence::putAll;
    assertThat(carries(forge.seal(draft))).isTrue();

    draft.claims.remove("routing");
    draft.routing.put("evidence", evidence);
    draft.routing.put("holders", TO_ANOTHER);

    assertThat(carries(forge.seal(draft))).isFalse();
  }

  private void leadsToHerAlone(Predicate<String> gateway) {
    assertThat(gateway.test(forge.token(""))).as("her own").isTrue();
    assertThat(gateway.test(forge.token("", d -> d.routing.put("holders", TO_ANOTHER))))
        .as("another client")
        .isFalse();
  }

  private boolean carries(String token) {
    Claims claims = claims(token);
    RoutingReader.Opened opened = open(claims);
    return verifier.carries(opened, claims, Instant.now());
  }

  /** All checks but the one: it takes the pseudonym that was endorsed for the one it is led to. */
  private boolean carriesWhateverTheRoutingSays(String token) {
    Claims claims = claims(token);
    RoutingReader.Opened opened = open(claims);
    ClientId endorsed =
        new Endorsements(institutions)
            .of(((PasskeyEvidence) opened.evidence()).endorsed())
            .flatMap(Endorsements.Endorsed::patient)
            .orElseThrow();
    Routing routing = new Routing(Map.of(claims.holder(), endorsed), List.of());
    return verifier.carries(
        new RoutingReader.Opened(routing, opened.evidence()), claims, Instant.now());
  }

  private static Claims claims(String token) {
    return ClaimsReader.read(CompactJws.parse(token, "at+jwt").payload());
  }

  private RoutingReader.Opened open(Claims claims) {
    ClusterKeys keys = ClusterKeys.parse(new JWKSet(forge.clusterKey).toString(false));
    return new RoutingReader(keys).open(claims.routing(), claims.envelope().jti());
  }
}
