package net.sociallook.gateway.token;

import static net.sociallook.gateway.world.InstitutionList.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.gateway.world.InstitutionList;
import net.sociallook.gateway.world.Jws;
import net.sociallook.gateway.world.TokenForge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a holder has witnessed opens its own data, of this client, and nothing else. */
class TestimonyTest {
  private static final String TYP = "sociallook-witness+jwt";
  private static final String ANOTHER = "traeger-horizont";

  private final TokenForge forge = new TokenForge();
  private final ECKey recipientKey = TokenForge.key("job-1");
  private Path folder;
  private EvidenceVerifier verifier;

  @BeforeEach
  void verifier(@TempDir Path directory) {
    folder = directory;
    verifier = accepting(List.of("assisted", "paper"));
  }

  /** A statement and what it is about, each to be changed before it is signed. */
  private static final class Said {
    final Map<String, Object> claims = new LinkedHashMap<>();
    String typ = TYP;
    ECKey key;
  }

  @Test
  void holdersOwnWordCarriesItsData() {
    assertThat(carries(said -> {}, draft -> {})).isTrue();
    assertThat(carries(TestimonyTest::onPaper, draft -> {})).isTrue();
  }

  @Test
  void wordOfAnybodyElseCarriesNothing() {
    onlyTheHoldersWordCounts(token -> carries(verifier, token));
    isOfTheLevel(verifier, token(this::byRecipient, draft -> {}));
  }

  @Test
  void gatewayThatDoesNotAskWhoseWordItIsIsCaught() {
    assertThatThrownBy(() -> onlyTheHoldersWordCounts(this::carriesWhoeverSaysSo))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the recipient's own word");
  }

  private void onlyTheHoldersWordCounts(Predicate<String> gateway) {
    assertThat(gateway.test(token(said -> {}, draft -> {}))).as("the holder's word").isTrue();
    assertThat(gateway.test(token(this::byRecipient, draft -> {})))
        .as("the recipient's own word")
        .isFalse();
  }

  @Test
  void othersSignatureUnderTheHoldersNameIsRefused() {
    assertThat(carries(said -> said.key = recipientKey, draft -> {})).isFalse();
    assertThat(carries(said -> said.key = TokenForge.key("youth-1"), draft -> {})).isFalse();
    assertThat(carries(said -> said.claims.put("iss", ANOTHER), draft -> {})).isFalse();
  }

  @Test
  void otherDocumentIsRefused() {
    assertThat(carries(said -> said.claims.put("document", Jws.base64(new byte[32])), draft -> {}))
        .isFalse();
  }

  @Test
  void otherClientIsRefused() {
    assertThat(carries(said -> said.claims.put("patient", "0".repeat(32)), draft -> {})).isFalse();
    assertThat(
            carries(
                said -> {},
                draft -> draft.routing.put("holders", Map.of(TokenForge.HOLDER, "0".repeat(32)))))
        .isFalse();
  }

  @Test
  void moreThanWasWitnessedIsRefused() {
    assertThat(carries(said -> {}, draft -> draft.detail(0).put("actions", List.of("messages"))))
        .isFalse();
    assertThat(carries(said -> {}, draft -> draft.document.put("recipient", ANOTHER))).isFalse();
    assertThat(carries(said -> {}, draft -> draft.document.put("version", 4))).isFalse();
    assertThat(
            carries(said -> {}, draft -> draft.document.put("grant", UUID.randomUUID().toString())))
        .isFalse();
  }

  @Test
  void documentThatNamesOthersDataIsRefused() {
    isOfTheLevel(verifier, token(said -> {}, TestimonyTest::alsoAboutAnother));
  }

  private static void alsoAboutAnother(TokenForge.Draft draft) {
    Map<String, Object> other = new LinkedHashMap<>(draft.signedProvisions().getFirst());
    other.put("holder", ANOTHER);
    draft.document.put(
        "provisions", new ArrayList<>(List.of(draft.signedProvisions().getFirst(), other)));
  }

  @Test
  void levelThatTheHolderDoesNotAcceptIsRefused() throws Exception {
    EvidenceVerifier onlyAssisted = accepting(List.of("assisted"));
    assertThat(carries(onlyAssisted, token(said -> {}, draft -> {}))).isTrue();
    isOfTheLevel(onlyAssisted, token(TestimonyTest::onPaper, draft -> {}));
    EvidenceVerifier none = accepting(List.of());
    isOfTheLevel(none, token(said -> {}, draft -> {}));
    assertThatThrownBy(() -> accepting(List.of("passkey")))
        .hasMessageContaining("expected: of assisted, paper");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "iat", "jti", "patient", "level", "witness"})
  void everyClaimIsNeeded(String claim) {
    assertThat(carries(said -> said.claims.remove(claim), draft -> {})).isFalse();
  }

  @Test
  void statementOfAnotherKindIsRefused() {
    assertThat(carries(said -> said.claims.put("level", "passkey"), draft -> {})).isFalse();
    assertThat(carries(said -> said.claims.put("level", "paper"), draft -> {})).isFalse();
    assertThat(carries(said -> said.claims.put("scan", Jws.base64(new byte[32])), draft -> {}))
        .isFalse();
    assertThat(carries(said -> said.claims.put("more", "1"), draft -> {})).isFalse();
    assertThat(carries(said -> said.typ = "sociallook-endorsement+jwt", draft -> {})).isFalse();
    assertThat(carries(said -> {}, draft -> draft.routing.put("basis", "operator"))).isFalse();
  }

  @Test
  void rememberedStatementCarriesNothingElseEither() {
    TokenForge.Draft draft = draft(said -> {}, changed -> {});
    assertThat(carries(verifier, forge.seal(draft))).isTrue();
    draft.claims.remove("routing");
    draft.routing.put("holders", Map.of(TokenForge.HOLDER, "0".repeat(32)));
    assertThat(carries(verifier, forge.seal(draft))).isFalse();
  }

  @Test
  void clientsSignatureIsNoStatementAndTheOtherWayRound() {
    String signed = forge.token("", draft -> draft.routing.put("basis", "witness"));
    assertThat(carries(verifier, signed)).isFalse();
    TokenForge.Draft unmarked = draft(said -> {}, draft -> draft.routing.remove("basis"));
    assertThat(carries(verifier, forge.seal(unmarked))).isFalse();
  }

  private static void onPaper(Said said) {
    said.claims.put("level", EvidenceLevel.PAPER.code());
    said.claims.put("scan", Jws.base64(new byte[32]));
    said.claims.put("signed_on", "2026-11-21");
  }

  private void byRecipient(Said said) {
    said.claims.put("iss", TokenForge.RECIPIENT);
    said.key = recipientKey;
  }

  private boolean carries(Consumer<Said> statement, Consumer<TokenForge.Draft> change) {
    return carries(verifier, token(statement, change));
  }

  private String token(Consumer<Said> statement, Consumer<TokenForge.Draft> change) {
    return forge.seal(draft(statement, change));
  }

  private TokenForge.Draft draft(Consumer<Said> statement, Consumer<TokenForge.Draft> change) {
    TokenForge.Draft draft = forge.draft("");
    draft.routing.put("basis", "witness");
    draft.evidence =
        made -> {
          Said said = new Said();
          said.key = forge.endorsingKey;
          said.claims.put("iss", TokenForge.HOLDER);
          said.claims.put("iat", Instant.now().getEpochSecond());
          said.claims.put("jti", UUID.randomUUID().toString());
          said.claims.put("patient", TokenForge.AT_HOLDER);
          said.claims.put("document", Jws.base64(TokenForge.sha256(Jws.json(draft.document))));
          said.claims.put("level", "assisted");
          said.claims.put("witness", "ya-002");
          statement.accept(said);
          made.keySet().retainAll(List.of("document"));
          made.put(
              "endorsement",
              Jws.es256(
                  Map.of("alg", "ES256", "typ", said.typ, "kid", said.key.getKeyID()),
                  said.claims,
                  said.key));
        };
    change.accept(draft);
    return draft;
  }

  private boolean carries(EvidenceVerifier gateway, String token) {
    Claims claims = claims(token);
    try {
      RoutingReader.Opened opened = open(claims);
      return gateway.carries(opened, claims, Instant.now());
    } catch (IllegalArgumentException | RejectedToken refused) {
      return false;
    }
  }

  /** What is noted of a token that is refused by name. */
  private void isOfTheLevel(EvidenceVerifier gateway, String token) {
    Claims claims = claims(token);
    RoutingReader.Opened opened = open(claims);
    assertThatThrownBy(() -> gateway.carries(opened, claims, Instant.now()))
        .isInstanceOf(RejectedToken.class)
        .hasMessage("token-level");
  }

  /** All checks but the one: the claims name as holder whoever has signed the statement. */
  private boolean carriesWhoeverSaysSo(String token) {
    Claims claims = claims(token);
    RoutingReader.Opened opened = open(claims);
    return opened.evidence() instanceof Testimony said && saysSo(said, claims);
  }

  private static boolean saysSo(Testimony said, Claims claims) {
    CompactJws jws = CompactJws.parse(said.statement(), TYP);
    WitnessStatement statement = WitnessStatement.read(jws.payload());
    return statement.documentHash().equals(Base64Url.encode(Digest.sha256(said.document())))
        && SignedDocument.read(said.document()).carries(claims);
  }

  private EvidenceVerifier accepting(List<String> levels) {
    InstitutionList all =
        new InstitutionList(
            List.of(
                entry(TokenForge.HOLDER, "youth-office", forge.endorsingKey, levels),
                entry(TokenForge.RECIPIENT, "benefit-authority", recipientKey, levels)));
    return new EvidenceVerifier(
        new PasskeySignature("localhost", TokenForge.ORIGIN), all.read(folder));
  }

  private static Claims claims(String token) {
    return ClaimsReader.read(CompactJws.parse(token, "at+jwt").payload());
  }

  private RoutingReader.Opened open(Claims claims) {
    ClusterKeys keys = ClusterKeys.parse(new JWKSet(forge.clusterKey).toString(false));
    return new RoutingReader(keys).open(claims.routing(), claims.envelope().jti());
  }
}
