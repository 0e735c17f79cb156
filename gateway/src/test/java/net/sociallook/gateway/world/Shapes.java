package net.sociallook.gateway.world;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What every refusal must look like. */
public final class Shapes {
  private Shapes() {}

  /** The one ledger record of a refused request. */
  public static JsonNode onlyDenial(World world) {
    World.await("intent", () -> !world.registry.intents.isEmpty());
    if (world.registry.intents.size() != 1) {
      throw new AssertionError("intents: " + world.registry.intents.size() + " (expected: 1)");
    }
    JsonNode intent = world.registry.intents.getFirst();
    if (!intent.get("decision").asString().equals("deny")) {
      throw new AssertionError("decision: " + intent.get("decision") + " (expected: deny)");
    }
    return intent;
  }

  /** A block of the client, as routing carries it. */
  public static Map<String, Object> blockEverything() {
    return Map.of("kind", "everything");
  }
}
