package net.sociallook.registry.ownaccess;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.own.OwnWorld;
import net.sociallook.registry.token.TokenReader;
import net.sociallook.registry.token.key.SigningKeys;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What others would see is asked of the gateway, with the draft and the reader. */
class OwnPreviewIT {
  private final OwnWorld world = OwnWorld.shared();
  private final GatewayStandIn gateway = world.gateway();

  @Test
  void previewCarriesTheDraftAndTheReader() {
    Phone phone = world.signedIn(YOUTH_OFFICE);
    phone.post("/api/blocks", Map.of("kind", "sensitivity", "code", "SUD")).is(200);
    gateway.behave(asked ->
        asked.target().contains("/CarePlan")
            ? GatewayStandIn.json(403, "{}")
            : OwnWorld.found(OwnWorld.goal("Ausbildung", "2026-03-01")));
    Map<String, String> provision =
        new LinkedHashMap<>(Phone.provision("goals-view", YOUTH_OFFICE));
    provision.put("team", "jc-u25");

    JsonNode preview =
        phone
            .post("/api/previews", Map.of("recipient", JOBCENTER, "provisions", List.of(provision)))
            .is(200)
            .json()
            .at("/previews/0");

    assertThat(preview.get("caseworker").asString()).isEqualTo("jc-001");
    Map<String, JsonNode> kinds = new LinkedHashMap<>();
    preview.get("kinds").forEach(kind -> kinds.put(kind.get("type").asString(), kind));
    assertThat(kinds).containsOnlyKeys("CarePlan", "Goal");
    assertThat(kinds.get("CarePlan").get("count").asInt()).isZero();
    assertThat(kinds.get("Goal").get("count").asInt()).isEqualTo(1);
    assertThat(kinds.get("Goal").at("/items/0/title").asString()).isEqualTo("Ausbildung");
    TokenReader.Read read = read(gateway.asked.getFirst().token());
    JsonNode draft = read.claims().get("preview");
    assertThat(draft.get("recipient").asString()).isEqualTo(JOBCENTER);
    assertThat(draft.get("team").asString()).isEqualTo("jc-u25");
    assertThat(draft.at("/authorization_details/0/actions/0").asString()).isEqualTo("goals-view");
    assertThat(read.routing().at("/blocks/0/code").asString()).isEqualTo("SUD");
  }

  @Test
  void previewOfWhatMakesNoSenseIsRefused() {
    Phone phone = world.signedIn(YOUTH_OFFICE);
    List<Map<String, String>> good = List.of(Phone.provision("goals-view", YOUTH_OFFICE));
    List<Map<String, String>> notLinked = List.of(Phone.provision("goals-view", JOBCENTER));

    preview(phone, "jobcenter-gotha", good).isProblem(400, "malformed");
    preview(phone, JOBCENTER, List.of()).isProblem(400, "malformed");
    preview(phone, JOBCENTER, notLinked).isProblem(422, "not-linked");
    phone
        .post(
            "/api/previews",
            Map.of("recipient", JOBCENTER, "provisions", good, "caseworker", "ya-001"))
        .isProblem(400, "malformed");
  }

  private static Answer preview(
      Phone phone, String recipient, List<Map<String, String>> provisions) {
    return phone.post("/api/previews", Map.of("recipient", recipient, "provisions", provisions));
  }

  private TokenReader.Read read(String token) {
    return new TokenReader(
            world.registry().bean(SigningKeys.class).published(), RunningRegistry.clusterKey())
        .read(token);
  }
}
