package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sociallook.gateway.answer.Outcomes;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.world.Jws;
import net.sociallook.gateway.world.Kinds;
import net.sociallook.gateway.world.OwnTokenForge;
import net.sociallook.gateway.world.Shapes;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client reads what is her own; nobody else does with what she signed. */
class OwnAccessIT {
  private static final String BASE = "/fhir/" + TokenForge.HOLDER + "/";
  private static final String OTHER = "00000000000000000000000000000000";

  private final World world = World.shared();

  @BeforeEach
  void quiet() {
    world.adapter.behave(Kinds::answer);
    world.adapter.calls.clear();
    world.registry.intents.clear();
    world.registry.outcomes.clear();
  }

  static List<String> types() {
    return Kinds.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void sheReadsEveryKindWhateverItsLabelsSay(String type) {
    boolean herself = type.equals("Patient");
    String id = herself ? TokenForge.AT_HOLDER : Kinds.RESTRICTED;

    HttpResponse<String> response = world.getOwn(BASE + type + "/" + id, token());

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode resource = JsonMapper.shared().readTree(response.body());
    assertThat(resource.get("id").asString()).isEqualTo(id);
    assertThat(resource.at("/meta/security").findValuesAsString("code"))
        .contains("NOREUSE", "NORDSCLCD");
  }

  @Test
  void sheFindsTheirsOnlyWhereItIsHers() {
    HttpResponse<String> response = world.getOwn(BASE + "Communication", token());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(response.body()).findValuesAsString("fullUrl"))
        .hasSize(2)
        .noneMatch(url -> url.endsWith(Kinds.FOREIGN));
    assertThat(world.getOwn(BASE + "Goal/" + Kinds.FOREIGN, token()).statusCode()).isEqualTo(404);
    assertThat(world.getOwn(BASE + "Goal?patient=" + OTHER, token()).statusCode()).isEqualTo(404);
  }

  @Test
  void neitherBlocksNorRulesForOthersKeepHerFromHerOwn() {
    HttpResponse<String> response =
        world.getOwn(BASE + "Goal/" + Kinds.VISIBLE, blocking("everything"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("achievementStatus");
  }

  @Test
  void ledgerAndHolderLearnThatItIsTheClientHerself() {
    world.getOwn(BASE + "Goal/" + Kinds.VISIBLE, token());

    JsonNode intent = world.registry.intents.getFirst();
    assertThat(intent.get("recipient").asString()).isEqualTo("client-page");
    assertThat(intent.get("purpose").asString()).isEqualTo("PATRQT");
    assertThat(intent.get("holderPseudonym").asString()).isEqualTo(TokenForge.AT_HOLDER);
    assertThat(intent.get("decision").asString()).isEqualTo("permit");
    assertThat(List.of("caseworker", "grant", "version", "recipientPseudonym"))
        .allMatch(member -> intent.path(member).isNull());
    JsonNode assertion = world.adapter.calls.getFirst().assertion();
    assertThat(assertion.get("recipient").asString()).isEqualTo("client-page");
    assertThat(assertion.get("purpose").asString()).isEqualTo("PATRQT");
    assertThat(assertion.path("caseworker").isNull()).isTrue();
  }

  @Test
  void sheCannotWriteHere() {
    HttpResponse<String> response =
        world.send(
            world
                .request(BASE + "Goal")
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/fhir+json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")),
            world.page.sslContext(world.ca));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(world.adapter.calls).isEmpty();
  }

  @Test
  void signingOutEndsWhatWasMadeInTheSession() {
    TokenForge.Draft draft = OwnTokenForge.draft(world.forge, thumbprint());
    String token = world.forge.seal(draft);
    String path = BASE + "Goal/" + Kinds.VISIBLE;
    assertThat(world.getOwn(path, token).statusCode()).isEqualTo(200);

    long entry = world.registry.endSession(draft.map("session").get("id").toString());
    World.await("acknowledgement", () -> world.registry.acknowledged.get() >= entry);

    assertThat(world.getOwn(path, token).statusCode()).isEqualTo(401);
    assertThat(world.registry.intents.getLast().get("reason").asString()).isEqualTo("token-dead");
    assertThat(world.getOwn(path, token()).statusCode()).isEqualTo(200);
  }

  @Test
  void anInstitutionCannotUseHerToken() {
    String token = OwnTokenForge.token(world.forge, world.thumbprint());

    assertThat(world.get(BASE + "Goal/" + Kinds.VISIBLE, token).statusCode()).isEqualTo(401);
    assertThat(world.adapter.calls).isEmpty();
  }

  @Test
  void theClientPageCannotUseAnInstitutionsToken() {
    String token = world.forge.token(thumbprint());

    assertThat(world.getOwn(BASE + "DocumentReference", token).statusCode()).isEqualTo(401);
    assertThat(world.adapter.calls).isEmpty();
  }

  static Stream<Arguments> tampered() {
    return Stream.of(
        of("other client", "token-evidence", d -> d.routing.put("holders", holders(OTHER))),
        of("two clients", "token-evidence", d -> d.routing.put("holders", twoHolders())),
        of("no client", "token-evidence", d -> d.routing.put("holders", Map.of())),
        of("other holder", "token-evidence", d -> d.claims.put("holder", "horizont-ev")),
        of("endorsed for another", "token-evidence", d -> d.endorsement.put("patient", OTHER)),
        of("endorsed for nobody", "token-evidence", d -> d.endorsement.remove("patient")),
        of("endorsed elsewhere", "token-evidence", d -> d.endorsement.put("iss", "horizont-ev")),
        of("endorsed by a stranger", "token-evidence", d -> d.endorser = TokenForge.key("youth-1")),
        of("other key", "token-evidence", d -> d.endorsement.put("key_hash", hash())),
        of("no endorsement", "token-evidence", d -> d.evidence = e -> e.remove("endorsement")),
        of("no assertion", "token-evidence", d -> d.evidence = e -> e.remove("signature")),
        of(
            "without presence",
            "token-evidence",
            d -> d.signer = d.signer.withoutUserVerification()),
        of("other page", "token-evidence", d -> d.signer = d.signer.calledFrom("https://x.test")),
        of("expired", "token-evidence", d -> span(d, -1800, -1)),
        of("ends first", "token-evidence", d -> span(d, -1700, 30)),
        of("not begun", "token-evidence", d -> span(d, 10, 600)),
        of("an hour", "token-evidence", d -> span(d, -600, 3000)),
        of("for ever", "token-evidence", d -> d.document.remove("expires")),
        of("other session", "token-evidence", d -> d.map("session").put("id", uuid())),
        of("a grant's signature", "token-evidence", d -> d.document.put("type", grant())),
        of("no nonce", "token-evidence", d -> d.document.remove("nonce")),
        of("with a client", "token-evidence", d -> d.document.put("client", OTHER)),
        of("61 s", "token-time", d -> d.claims.merge("exp", 1L, (a, b) -> (Long) a + (Long) b)),
        of("COC", "token-purpose", d -> d.claims.put("purpose", "COC")),
        of("consent's typ", "token-malformed", d -> d.header.put("typ", "at+jwt")),
        of("a grant beside", "token-claims", d -> d.claims.put("grant", Map.of())),
        of("no session", "token-claims", d -> d.claims.remove("session")),
        of("an institution's", "token-other-caller", OwnAccessIT::asInstitution),
        of("moved routing", "token-routing", d -> d.routing.put("jti", uuid())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("tampered")
  void tokenThatWasTamperedWithIsRefusedAndRecorded(
      String name, String fault, Consumer<TokenForge.Draft> change) {
    String token = OwnTokenForge.token(world.forge, thumbprint(), change);

    HttpResponse<String> response = world.getOwn(BASE + "Goal/" + Kinds.VISIBLE, token);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo(new String(Outcomes.body(Refusal.TOKEN_REFUSED)));
    assertThat(world.adapter.calls).isEmpty();
    JsonNode denial = Shapes.onlyDenial(world);
    assertThat(denial.get("recipient").asString()).isEqualTo("client-page");
    assertThat(denial.get("reason").asString()).isEqualTo(fault);
  }

  private static Arguments of(String name, String fault, Consumer<TokenForge.Draft> change) {
    return Arguments.of(name, fault, change);
  }

  private static Map<String, String> holders(String pseudonym) {
    return Map.of(TokenForge.HOLDER, pseudonym);
  }

  private static Map<String, String> twoHolders() {
    return Map.of(TokenForge.HOLDER, TokenForge.AT_HOLDER, "horizont-ev", OTHER);
  }

  private static void span(TokenForge.Draft draft, long from, long until) {
    Instant now = Instant.ofEpochSecond((Long) draft.claims.get("iat"));
    draft.document.put("issued", now.plusSeconds(from).toString());
    draft.document.put("expires", now.plusSeconds(until).toString());
  }

  private static void asInstitution(TokenForge.Draft draft) {
    draft.claims.put("sub", TokenForge.RECIPIENT);
    draft.claims.put("client_id", TokenForge.RECIPIENT);
  }

  private static String hash() {
    return Jws.base64(new byte[32]);
  }

  private static String uuid() {
    return java.util.UUID.randomUUID().toString();
  }

  private static String grant() {
    return "https://sociallook.net/consent/grant/v1";
  }

  private String token() {
    return OwnTokenForge.token(world.forge, thumbprint());
  }

  private String blocking(String kind) {
    return OwnTokenForge.token(
        world.forge, thumbprint(), d -> d.routing.put("blocks", List.of(Map.of("kind", kind))));
  }

  private String thumbprint() {
    return World.thumbprint(world.page);
  }
}
