package net.sociallook.gateway.token;

import static net.sociallook.gateway.token.ChainsTest.Case.bad;
import static net.sociallook.gateway.token.ChainsTest.Case.good;
import static net.sociallook.gateway.world.ChainForge.key;
import static net.sociallook.gateway.world.ChainForge.recovery;
import static net.sociallook.gateway.world.ChainForge.word;
import static net.sociallook.gateway.world.InstitutionList.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sociallook.gateway.world.ChainForge;
import net.sociallook.gateway.world.InstitutionList;
import net.sociallook.gateway.world.Jws;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.testbed.SoftwarePasskey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which keys lead to the endorsed one, and that a gateway which does not look closely is caught.
 */
class ChainsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant FRESH = NOW.minus(Duration.ofHours(72)).plusSeconds(1);
  private static final Instant OLD = NOW.minus(Duration.ofHours(72));
  private static final String GRANT = "https://sociallook.net/consent/grant/v1";
  private static final String SIGN_IN = "https://sociallook.net/own-access/v1";

  private static final Map<String, Object> REPRESENTATIVE =
      Map.of(
          "representative",
          Map.of("as", "guardian", "areas", List.of(), "until", "2099-01-01T00:00:00Z"));

  private final TokenForge forge = new TokenForge();
  private final SoftwarePasskey endorsed = forge.passkey();
  private final SoftwarePasskey second = passkey();
  private final SoftwarePasskey third = passkey();
  private final SoftwarePasskey stranger = passkey();
  private final ECKey school = TokenForge.key("school-1");
  private final ECKey provider = TokenForge.key("provider-1");
  private PasskeySignature passkeys;
  private Endorsements endorsements;

  @BeforeEach
  void institutions(@TempDir Path directory) {
    InstitutionList all =
        new InstitutionList(
            List.of(
                entry(TokenForge.HOLDER, "youth-office", forge.endorsingKey),
                entry("school-west", "school", school),
                entry("horizont-ev", "school", provider)));
    passkeys = new PasskeySignature("localhost", TokenForge.ORIGIN);
    endorsements = new Endorsements(all.read(directory));
  }

  /** A chain and whether it leads from the signer's key to the endorsed one. */
  record Case(String name, boolean holds, SoftwarePasskey signer, List<ChainForge.Step> chain) {
    static Case good(String name, SoftwarePasskey signer, ChainForge.Step... chain) {
      return new Case(name, true, signer, List.of(chain));
    }

    static Case bad(String name, SoftwarePasskey signer, ChainForge.Step... chain) {
      return new Case(name, false, signer, List.of(chain));
    }
  }

  private List<Case> cases() {
    ChainForge.Step toEndorsed = key(second, endorsed);
    return Stream.concat(
            Stream.of(
                good("no step", endorsed),
                good("one key", second, toEndorsed),
                good("two keys", third, key(third, second), toEndorsed),
                good("one old word", second, recovery(second, endorsed, school(OLD))),
                good("two words", second, recovery(second, endorsed, school(NOW), provider(NOW))),
                good(
                    "a key, then two words",
                    third,
                    key(third, second),
                    recovery(second, endorsed, school(NOW), provider(NOW)))),
            Stream.concat(badKeys(toEndorsed), badRecoveries()))
        .toList();
  }

  private Stream<Case> badKeys(ChainForge.Step toEndorsed) {
    byte[] document = Jws.json(ChainForge.keyDocument());
    SoftwarePasskey fourth = passkey();
    SoftwarePasskey fifth = passkey();
    return Stream.of(
        bad("not signed", second, ChainForge.signed(endorsed, document, new byte[0])),
        bad("for another key", third, key(third, endorsed, d -> d.put("key", hash(second)))),
        bad("out of order", third, toEndorsed, key(third, second)),
        bad(
            "out of order, with all hashes",
            third,
            key(second, endorsed, d -> d.put("key", hash(second))),
            key(third, second, d -> d.put("key", hash(third)))),
        bad(
            "longer",
            fifth,
            key(fifth, fourth),
            key(fourth, third),
            key(third, second),
            toEndorsed),
        bad("a grant", second, key(second, endorsed, d -> d.put("type", GRANT))),
        bad("a sign-in", second, key(second, endorsed, d -> d.put("type", SIGN_IN))),
        bad("no nonce", second, key(second, endorsed, d -> d.put("nonce", "AAAA"))),
        bad("no instant", second, key(second, endorsed, d -> d.put("issued", "today"))),
        bad("more", second, key(second, endorsed, d -> d.put("grant", "x"))),
        bad("on another page", second, key(second, endorsed.calledFrom("https://x.test"))),
        bad("nobody verified", second, key(second, endorsed.withoutUserVerification())),
        bad("a stranger in between", third, key(third, stranger), toEndorsed),
        bad("to another key", second, key(second, stranger)));
  }

  private Stream<Case> badRecoveries() {
    return Stream.of(
        bad("one fresh word", second, recovery(second, endorsed, school(FRESH))),
        bad("two of one", second, recovery(second, endorsed, school(NOW), school(NOW))),
        bad("for another", third, changed(school(OLD), "key_hash", hash(second))),
        bad("replaces another", second, changed(school(OLD), "replaces", hash(stranger))),
        bad("replaces nothing", second, changed(school(OLD), "replaces", null)),
        bad("of nobody", second, changed(school(OLD), "patient", null)),
        bad(
            "of a stranger",
            second,
            recovery(second, endorsed, word("school-west", TokenForge.key("school-1"), OLD))),
        bad(
            "of an unknown one",
            second,
            recovery(second, endorsed, word("school-east", school, OLD))));
  }

  @Test
  void chainLeadsFromHerKeysToTheEndorsedOne() {
    leadsRightly(new Chains(passkeys, endorsements));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LEADS_TO_REPRESENTATIVES")
  void gatewayThatDoesNotLookCloselyIsCaught(CarelessChains careless) {
    assertThatThrownBy(() -> leadsRightly(careless.of(passkeys, endorsements)))
        .isInstanceOf(AssertionError.class);
  }

  private void leadsRightly(Chains chains) {
    assertThat(cases())
        .allSatisfy(one -> assertThat(holds(chains, one)).as(one.name()).isEqualTo(one.holds()));
  }

  /** As a token is judged: what cannot be read is refused as well. */
  private boolean holds(Chains chains, Case one) {
    try {
      return chains.endorsed(evidence(one), NOW).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void chainLeadsToNoRepresentative() {
    PasskeyEvidence evidence = evidence(good("", second, key(second, endorsed)), REPRESENTATIVE);
    PasskeyEvidence itself = evidence(good("", endorsed), REPRESENTATIVE);

    assertThat(new Chains(passkeys, endorsements).endorsed(itself, NOW)).isPresent();
    assertThat(new Chains(passkeys, endorsements).endorsed(evidence, NOW)).isEmpty();
    assertThat(
            CarelessChains.LEADS_TO_REPRESENTATIVES
                .of(passkeys, endorsements)
                .endorsed(evidence, NOW))
        .as("by a careless gateway")
        .isPresent();
  }

  private PasskeyEvidence evidence(Case one) {
    return evidence(one, Map.of());
  }

  private PasskeyEvidence evidence(Case one, Map<String, Object> more) {
    TokenForge.Draft draft = forge.draft("");
    draft.endorsement.putAll(more);
    draft.signer = one.signer();
    draft.chain = one.chain();
    Claims claims = ClaimsReader.read(CompactJws.parse(forge.seal(draft), "at+jwt").payload());
    ClusterKeys keys = ClusterKeys.parse(new JWKSet(forge.clusterKey).toString(false));
    RoutingReader reader = new RoutingReader(keys);
    return (PasskeyEvidence) reader.open(claims.routing(), claims.envelope().jti()).evidence();
  }

  private ChainForge.Step changed(ChainForge.Word word, String claim, Object value) {
    if (value == null) {
      word.claims().remove(claim);
    } else {
      word.claims().put(claim, value);
    }
    return recovery(second, endorsed, word);
  }

  private ChainForge.Word school(Instant at) {
    return word("school-west", school, at);
  }

  private ChainForge.Word provider(Instant at) {
    return word("horizont-ev", provider, at);
  }

  private static String hash(SoftwarePasskey passkey) {
    return ChainForge.hash(passkey);
  }

  private static SoftwarePasskey passkey() {
    return SoftwarePasskey.create("localhost", TokenForge.ORIGIN);
  }
}
