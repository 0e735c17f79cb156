package net.sociallook.registry.sequence.lease;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the nodes' keys to the adapters: those of nodes with a lease, and for 30 s after it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517 §5</a>
 */
@RestController
class GatewayKeys {
  private final LeaseTable table;
  private final JsonMapper json;

  GatewayKeys(LeaseTable table, JsonMapper json) {
    this.table = table;
    this.json = json;
  }

  @GetMapping("/.well-known/gateway-jwks.json")
  Map<String, Collection<JsonNode>> keys() {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    List<String> published = table.publishedKeys();
    for (String jwk : published) {
      JsonNode key = json.readTree(jwk);
      byId.put(key.path("kid").asString(), key);
    }
    return Map.of("keys", byId.values());
  }
}
