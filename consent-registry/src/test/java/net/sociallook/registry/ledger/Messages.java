package net.sociallook.registry.ledger;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages of a gateway node, as JSON. */
public final class Messages {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Messages() {}

  public static String pseudonym() {
    return "f" + UUID.randomUUID().toString().replace("-", "").substring(1);
  }

  /** A permitted search of documents. */
  public static ObjectNode permit(String node, String pseudonym) {
    return intent(node, pseudonym).put("decision", "permit").putNull("reason");
  }

  public static ObjectNode denial(String node, String pseudonym, String reason) {
    return intent(node, pseudonym).put("decision", "deny").put("reason", reason);
  }

  private static ObjectNode intent(String node, String pseudonym) {
    ObjectNode intent =
        JSON.createObjectNode()
            .put("id", UUID.randomUUID().toString())
            .put("node", node)
            .put("at", "2026-11-21T20:00:00Z")
            .put("requestId", UUID.randomUUID().toString())
            .put("recipient", "jobcenter-nordhausen")
            .put("caseworker", "cw-001")
            .put("recipientPseudonym", pseudonym)
            .put("holder", "youth-office-nordhausen")
            .put("holderPseudonym", "0123456789abcdef0123456789abcdef")
            .put("grant", UUID.randomUUID().toString())
            .put("version", 3)
            .put("token", UUID.randomUUID().toString())
            .put("type", "DocumentReference")
            .put("interaction", "search")
            .putNull("resource")
            .put("purpose", "COC");
    intent.putArray("permissions").add("documents-read");
    return intent;
  }

  /** What a caller leaves whose token cannot be read. */
  public static ObjectNode unreadableToken(String node) {
    ObjectNode intent = denial(node, "0".repeat(32), "token-unreadable");
    for (String member :
        java.util.List.of(
            "caseworker",
            "recipientPseudonym",
            "holder",
            "holderPseudonym",
            "grant",
            "version",
            "token",
            "type",
            "interaction",
            "purpose",
            "permissions")) {
      intent.putNull(member);
    }
    return intent;
  }

  public static ObjectNode outcome(String intent) {
    ObjectNode outcome =
        JSON.createObjectNode()
            .put("intent", intent)
            .put("at", "2026-11-21T20:00:01Z")
            .put("status", 200)
            .put("result", "completed")
            .put("releasedCount", 1)
            .put("withheldCount", 2)
            .put("bytes", 5120);
    outcome
        .putArray("released")
        .addObject()
        .put("type", "DocumentReference")
        .put("id", "akte-17-3");
    return outcome;
  }

  public static String intents(String lease, ObjectNode... intents) {
    ObjectNode message = JSON.createObjectNode().put("lease", lease);
    message.putArray("intents").addAll(java.util.List.of(intents));
    return message.toString();
  }

  public static String outcomes(ObjectNode... outcomes) {
    ObjectNode message = JSON.createObjectNode();
    message.putArray("outcomes").addAll(java.util.List.of(outcomes));
    return message.toString();
  }
}
