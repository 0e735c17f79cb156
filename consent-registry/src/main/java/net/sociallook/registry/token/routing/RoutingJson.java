package net.sociallook.registry.token.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import net.sociallook.consent.Block;
import net.sociallook.registry.grant.KeyStep;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.grant.WitnessedEvidence;
import tools.jackson.databind.json.JsonMapper;

/** Pseudonyms and blocks of a {@link Routing}, as {@code docs/protocol.md} section 6 has them. */
final class RoutingJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private RoutingJson() {}

  static byte[] write(Routing routing) {
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, String> holders = new LinkedHashMap<>();
    routing.holders().forEach((holder, pseudonym) -> holders.put(holder.value(), pseudonym));
    json.put("holders", holders);
    json.put("blocks", routing.blocks().stream().map(RoutingJson::block).toList());
    switch (routing.evidence()) {
      case SignedEvidence signed when signed.chain().isEmpty() -> {}
      case SignedEvidence signed ->
          json.put("chain", signed.chain().stream().map(RoutingJson::step).toList());
      case WitnessedEvidence witnessed -> json.put("basis", "witness");
    }
    return JSON.writeValueAsBytes(json);
  }

  private static String step(KeyStep step) {
    return switch (step) {
      case KeyStep.ByKey key -> "key";
      case KeyStep.ByRecovery recovery when recovery.words().size() == 1 -> "recovery";
      case KeyStep.ByRecovery recovery -> "recovery-by-two";
    };
  }

  private static Map<String, String> block(Block block) {
    return switch (block) {
      case Block.Everything everything -> Map.of("kind", "everything");
      case Block.Institution institution ->
          Map.of("kind", "institution", "institution", institution.institution().value());
      case Block.Document document ->
          Map.of(
              "kind", "document",
              "holder", document.holder().value(),
              "document", document.document().value());
      case Block.Person person ->
          Map.of("kind", "person", "caseworker", person.caseworker().value());
      case Block.Sensitivity sensitivity ->
          Map.of("kind", "sensitivity", "code", sensitivity.code());
    };
  }
}
