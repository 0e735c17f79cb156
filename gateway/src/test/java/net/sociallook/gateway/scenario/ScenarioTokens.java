package net.sociallook.gateway.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.gateway.world.CorpusWorld;
import net.sociallook.gateway.world.OwnTokenForge;
import net.sociallook.gateway.world.TokenForge;
import tools.jackson.databind.JsonNode;

/** Makes of a scenario the token that the registry would make of its grant. */
record ScenarioTokens(CorpusWorld world) {

  static String uuid(Scenario scenario) {
    String name = scenario.name() + scenario.grant().orElseThrow().get("id").asString();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  String token(Scenario scenario) {
    return world.forge.token(
        world.thumbprint(scenario.asked("recipient")), draft -> write(draft, scenario));
  }

  /** The client page's token for a preview of the same. */
  String preview(Scenario scenario) {
    TokenForge.Draft consent = world.forge.draft("");
    write(consent, scenario);
    TokenForge.Draft own = own(scenario, consent.claims.get("holder").toString());
    own.routing.put("holders", consent.routing.get("holders"));
    own.endorsement.putAll(consent.endorsement);
    OwnTokenForge.preview(own, consent);
    return world.forge.seal(own);
  }

  /**
   * The client page's token for the client herself. Where she is not linked there is none that the
   * registry could make; then it is the one that somebody would forge from what there is.
   */
  String own(Scenario scenario) {
    String holder = scenario.asked("holder");
    TokenForge.Draft own = own(scenario, holder);
    own.routing.put(
        "holders", Map.of(holder, HeldResource.pseudonym(scenario.asked("client"), holder)));
    own.routing.put("blocks", blocks(scenario));
    JsonNode link = scenario.given().path("links").path(0);
    if (link.isMissingNode()) {
      own.evidence = made -> made.remove("endorsement");
    } else {
      String endorser = link.get("institution").asString();
      own.endorsement.put("iss", endorser);
      own.endorsement.put(
          "patient", HeldResource.pseudonym(link.get("client").asString(), endorser));
    }
    return world.forge.seal(own);
  }

  private TokenForge.Draft own(Scenario scenario, String holder) {
    TokenForge.Draft own = OwnTokenForge.draft(world.forge, world.thumbprint(OwnTokenForge.PAGE));
    long now = scenario.now().getEpochSecond();
    own.claims.putAll(Map.of("holder", holder, "iat", now, "nbf", now, "exp", now + 60));
    own.document.put("issued", scenario.now().minusSeconds(600).toString());
    own.document.put("expires", scenario.now().plusSeconds(1200).toString());
    return own;
  }

  private static void write(TokenForge.Draft draft, Scenario scenario) {
    List<JsonNode> provisions = scenario.tokenProvisions();
    String holder = provisions.getFirst().get("holder").asString();
    String recipient = scenario.asked("recipient");
    long now = scenario.now().getEpochSecond();
    int version = Scenario.version(scenario.grant().orElseThrow());
    draft.claims.putAll(
        Map.of("sub", recipient, "client_id", recipient, "holder", holder, "iat", now, "nbf", now));
    draft.claims.put("exp", now + 300);
    draft.map("grant").putAll(Map.of("id", uuid(scenario), "version", version));
    draft.claims.put(
        "authorization_details", provisions.stream().map(ScenarioTokens::detail).toList());
    draft.asker().put("subject_organization_id", recipient);
    draft.asker().put("person_id", scenario.asked("caseworker"));
    draft.asker().remove("team");
    if (scenario.request().hasNonNull("team")) {
      draft.asker().put("team", scenario.asked("team"));
    }
    String client = scenario.asked("client");
    draft
        .map("extensions")
        .put(
            "ihe_pcf",
            Map.of(
                "patient_id",
                HeldResource.pseudonym(client, recipient),
                "doc_id",
                List.of("urn:uuid:" + uuid(scenario))));
    draft.routing.put("holders", Map.of(holder, HeldResource.pseudonym(client, holder)));
    draft.routing.put("blocks", blocks(scenario));
    draft.endorsement.put("iss", holder);
    draft.endorsement.put("patient", HeldResource.pseudonym(client, holder));
    draft.document.putAll(
        Map.of("grant", uuid(scenario), "version", version, "recipient", recipient));
    draft.document.put("provisions", signed(scenario));
  }

  private static List<Map<String, Object>> blocks(Scenario scenario) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    for (JsonNode block : scenario.given().get("blocks")) {
      Map<String, Object> all = new LinkedHashMap<>();
      block.properties().forEach(entry -> all.put(entry.getKey(), entry.getValue().asString()));
      blocks.add(all);
    }
    return blocks;
  }

  private static Map<String, Object> detail(JsonNode provision) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("type", "https://sociallook.net/rar/consent-access/v1");
    detail.put("actions", List.of(provision.get("permission").asString()));
    detail.put("max_confidentiality", provision.path("ceiling").asString("N"));
    detail.put("valid_from", provision.get("from").asString());
    detail.put("valid_until", provision.get("until").asString());
    narrow(provision, detail);
    return detail;
  }

  private static List<Map<String, Object>> signed(Scenario scenario) {
    return scenario.tokenProvisions().stream().map(ScenarioTokens::signed).toList();
  }

  private static Map<String, Object> signed(JsonNode provision) {
    Map<String, Object> signed = new LinkedHashMap<>();
    signed.put("permission", provision.get("permission").asString());
    signed.put("holder", provision.get("holder").asString());
    signed.put("purpose", provision.path("purpose").asString("COC"));
    signed.put("validFrom", provision.get("from").asString());
    signed.put("validUntil", provision.get("until").asString());
    signed.put("maxConfidentiality", provision.path("ceiling").asString("N"));
    narrow(provision, signed);
    return signed;
  }

  private static void narrow(JsonNode provision, Map<String, Object> to) {
    List.of("document", "team", "caseworker").stream()
        .filter(provision::hasNonNull)
        .forEach(narrowing -> to.put(narrowing, provision.get(narrowing).asString()));
  }
}
