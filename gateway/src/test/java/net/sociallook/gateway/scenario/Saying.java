package net.sociallook.gateway.scenario;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.CorpusWorld;
import net.sociallook.gateway.world.Replies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says a scenario to the gateway. */
record Saying(CorpusWorld world) {

  HttpResponse<String> ask(Scenario scenario, String id) {
    world.at(scenario.now());
    AdapterStandIn adapter = world.adapter(scenario.asked("holder"));
    adapter.calls.clear();
    String type = "/fhir/" + scenario.asked("holder") + "/" + scenario.asked("type");
    String one = type + "/" + id + (scenario.asked("type").equals("Binary") ? "-1" : "");
    String interaction = scenario.asked("interaction");
    String method =
        switch (interaction) {
          case "read", "search" -> "GET";
          case "create" -> "POST";
          case "update" -> "PUT";
          case "delete" -> "DELETE";
          default -> throw new IllegalArgumentException("interaction: " + interaction);
        };
    String path = interaction.equals("search") || interaction.equals("create") ? type : one;
    String token = new ScenarioTokens(world).token(scenario);
    return world.send(scenario.asked("recipient"), method, path, token);
  }

  /** Of a Patient, the client's own: any other is refused before anything is decided. */
  static String anId(Scenario scenario) {
    return held(scenario, usual(scenario)).idAt(scenario.asked("recipient"));
  }

  static HeldResource held(Scenario scenario, JsonNode returned) {
    return new HeldResource(returned.get("resource"), scenario.asked("holder"));
  }

  /** Where a scenario names no resource, one that nothing speaks against. */
  static JsonNode usual(Scenario scenario) {
    String type = scenario.asked("type");
    ObjectNode resource = JsonMapper.shared().createObjectNode();
    resource.put("type", type.equals("Binary") ? "DocumentReference" : type).put("id", "d1");
    resource.put("start", scenario.now().plusSeconds(86_400).toString());
    resource.putArray("parties").add(scenario.asked("recipient"));
    if (!type.equals("Slot") && !type.equals("Schedule")) {
      resource.put("client", scenario.asked("client"));
    }
    return JsonMapper.shared().createObjectNode().put("then", "release").set("resource", resource);
  }

  /** A holder's answer to a search, with these resources. */
  static String bundle(Scenario scenario, List<JsonNode> returns) {
    String entries =
        returns.stream()
            .map(returned -> "{\"resource\":" + held(scenario, returned).json() + "}")
            .collect(Collectors.joining(","));
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\""
        + (entries.isEmpty() ? "" : ",\"entry\":[" + entries + "]")
        + "}";
  }

  static AdapterStandIn.Reply fhir(int status, String body) {
    return Replies.of(status, "application/fhir+json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** Of a Bundle, the ids of its entries; of anything else, none. */
  static List<String> ids(HttpResponse<String> response) {
    return JsonMapper.shared()
        .readTree(response.body())
        .path("entry")
        .valueStream()
        .map(entry -> entry.at("/resource/id").asString())
        .toList();
  }
}
