package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sociallook.gateway.world.Files;
import net.sociallook.gateway.world.Kinds;
import net.sociallook.gateway.world.OwnTokenForge;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the client is shown before she signs is, byte for byte and but for the pseudonym, what the
 * recipient is given afterwards.
 */
class PreviewMatchesEnforcementIT {
  private static final String BASE = "/fhir/" + TokenForge.HOLDER + "/";

  private final World world = World.shared();

  @BeforeEach
  void quiet() {
    world.adapter.behave(
        call -> call.target().contains("Document") ? Files.answer(call) : Kinds.answer(call));
    world.registry.intents.clear();
  }

  /** What is granted, beside the draft that all begin with, and what is blocked. */
  static List<Arguments> grants() {
    return List.of(
        Arguments.of("documents", change(d -> {})),
        Arguments.of("goals", change(d -> d.detail(0).put("actions", List.of("goals-view")))),
        Arguments.of(
            "appointments",
            change(d -> d.detail(0).put("actions", List.of("appointments-arrange")))),
        Arguments.of("messages", change(d -> d.detail(0).put("actions", List.of("messages")))),
        Arguments.of("contact", change(d -> d.detail(0).put("actions", List.of("contact-view")))),
        Arguments.of("all", change(PreviewMatchesEnforcementIT::all)),
        Arguments.of("restricted too", change(d -> d.detail(0).put("max_confidentiality", "R"))),
        Arguments.of("one document", change(d -> d.detail(0).put("document", Files.VISIBLE))),
        Arguments.of("another person", change(d -> d.detail(0).put("caseworker", "cw-002"))),
        Arguments.of("another team", change(d -> d.detail(0).put("team", "ue25"))),
        Arguments.of("over", change(PreviewMatchesEnforcementIT::over)),
        Arguments.of("a document blocked", blocked("document", "document", Files.VISIBLE)),
        Arguments.of("addiction blocked", blocked("sensitivity", "code", "SUD")),
        Arguments.of("all blocked", blocked("everything", "", "")),
        Arguments.of("holder blocked", blocked("institution", "institution", TokenForge.HOLDER)),
        Arguments.of("person blocked", blocked("person", "caseworker", "cw-001")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("grants")
  void previewIsWhatTheRecipientIsGiven(String name, Consumer<TokenForge.Draft> grant) {
    TokenForge.Draft consent = consent(grant);
    TokenForge.Draft preview = preview(consent);
    String enforced = world.forge.seal(consent);
    String previewed = world.forge.seal(preview);

    assertThat(paths())
        .allSatisfy(path ->
            assertThat(seen(world.getOwn(path, previewed)))
                .isEqualTo(seen(world.get(path, enforced))));
  }

  @Test
  void previewOfSomebodyWhoIsNotThereIsRefused() {
    TokenForge.Draft preview = preview(consent(d -> {}));
    preview.map("preview").put("recipient", "jobcenter-gotha");

    assertThat(world.getOwn(BASE + "DocumentReference", world.forge.seal(preview)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void draftForAnotherHolderOrPurposeIsRefused() {
    for (String member : List.of("holder", "purpose")) {
      TokenForge.Draft consent = consent(d -> {});
      consent.detail(0).put(member, member.equals("holder") ? "horizont-ev" : "PATRQT");
      TokenForge.Draft preview = preview(consent);

      assertThat(world.getOwn(BASE + "DocumentReference", world.forge.seal(preview)).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void previewThatForgetsBlocksIsFoundOut() {
    TokenForge.Draft consent = consent(blocked("document", "document", Files.VISIBLE));
    TokenForge.Draft mutant = preview(consent);
    mutant.routing.put("blocks", new ArrayList<>());

    assertThat(differs(consent, mutant, "DocumentReference")).isTrue();
  }

  @Test
  void previewThatForgetsTheRulesAgainstSanctionsIsFoundOut() {
    TokenForge.Draft consent = consent(d -> d.detail(0).put("actions", List.of("goals-view")));
    TokenForge.Draft mutant = preview(consent);
    mutant.map("preview").put("recipient", "horizont-ev");

    assertThat(differs(consent, mutant, "Goal")).isTrue();
  }

  @Test
  void previewIsRecordedAsTheClientsOwnLook() {
    world.getOwn(BASE + "DocumentReference", world.forge.seal(preview(consent(d -> {}))));

    assertThat(world.registry.intents.getFirst().get("recipient").asString())
        .isEqualTo("client-page");
    assertThat(world.registry.intents.getFirst().get("purpose").asString()).isEqualTo("PATRQT");
  }

  private boolean differs(TokenForge.Draft consent, TokenForge.Draft mutant, String type) {
    String enforced = seen(world.get(BASE + type, world.forge.seal(consent)));
    return !seen(world.getOwn(BASE + type, world.forge.seal(mutant))).equals(enforced);
  }

  private static List<String> paths() {
    return Stream.concat(
            Stream.of("DocumentReference", "DocumentReference/" + Files.VISIBLE),
            Kinds.types().stream()
                .filter(type -> !type.equals("Patient"))
                .flatMap(type -> Stream.of(type, type + "/" + Kinds.VISIBLE)))
        .map(BASE::concat)
        .toList();
  }

  /** Status and body; each sees the client under another id. */
  private static String seen(HttpResponse<String> response) {
    return response.statusCode()
        + response.body().replace(TokenForge.AT_HOLDER, TokenForge.AT_RECIPIENT);
  }

  private TokenForge.Draft consent(Consumer<TokenForge.Draft> grant) {
    TokenForge.Draft draft = world.forge.draft(world.thumbprint());
    draft.detail(0).put("max_confidentiality", "N");
    grant.accept(draft);
    return draft;
  }

  private TokenForge.Draft preview(TokenForge.Draft consent) {
    TokenForge.Draft draft = OwnTokenForge.draft(world.forge, World.thumbprint(world.page));
    OwnTokenForge.preview(draft, consent);
    return draft;
  }

  /** The client signs what is changed. */
  private static Consumer<TokenForge.Draft> change(Consumer<TokenForge.Draft> change) {
    return draft -> {
      change.accept(draft);
      draft.signedProvisions().clear();
      for (int i = 0; i < ((List<?>) draft.claims.get("authorization_details")).size(); i++) {
        draft.signedProvisions().add(signed(draft.detail(i)));
      }
    };
  }

  private static Map<String, Object> signed(Map<String, Object> detail) {
    Map<String, Object> provision = new LinkedHashMap<>();
    provision.put("permission", ((List<?>) detail.get("actions")).getFirst());
    provision.put("holder", TokenForge.HOLDER);
    provision.put("purpose", "COC");
    provision.put("validFrom", detail.get("valid_from"));
    provision.put("validUntil", detail.get("valid_until"));
    provision.put("maxConfidentiality", detail.get("max_confidentiality"));
    for (String narrowing : List.of("document", "team", "caseworker")) {
      if (detail.containsKey(narrowing)) {
        provision.put(narrowing, detail.get(narrowing));
      }
    }
    return provision;
  }

  private static void all(TokenForge.Draft draft) {
    List<Map<String, Object>> details = new ArrayList<>();
    for (String permission :
        List.of("documents-read", "goals-agree", "appointments-arrange", "messages")) {
      Map<String, Object> detail = new LinkedHashMap<>(draft.detail(0));
      detail.put("actions", List.of(permission));
      details.add(detail);
    }
    draft.claims.put("authorization_details", details);
  }

  private static void over(TokenForge.Draft draft) {
    draft.detail(0).put("valid_from", "2026-01-01T00:00:00Z");
    draft.detail(0).put("valid_until", "2026-01-02T00:00:00Z");
  }

  private static Consumer<TokenForge.Draft> blocked(String kind, String member, String value) {
    return draft -> {
      Map<String, String> block = new LinkedHashMap<>(Map.of("kind", kind));
      if (!member.isEmpty()) {
        block.put(member, value);
      }
      if (kind.equals("document")) {
        block.put("holder", TokenForge.HOLDER);
      }
      draft.routing.put("blocks", List.of(block));
    };
  }
}
