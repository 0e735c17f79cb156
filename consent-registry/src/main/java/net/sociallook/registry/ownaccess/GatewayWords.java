package net.sociallook.registry.ownaccess;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gateway says where it gives nothing; {@code Refusal} of {@code openapi/gateway.yaml}.
 */
final class GatewayWords {
  private static final String SYSTEM = "https://sociallook.net/fhir/CodeSystem/refusal";
  private static final String NOT_KEPT = "kind-not-kept";
  private static final int MOST_BYTES = 4096;

  private GatewayWords() {}

  /** Whether it is that the holder does not keep the kind; reads the body and closes it. */
  static boolean sayNotKept(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        return false;
      }
      JsonNode coding = JsonMapper.shared().readTree(bytes).at("/issue/0/details/coding/0");
      return coding.path("system").asString("").equals(SYSTEM)
          && coding.path("code").asString("").equals(NOT_KEPT);
    } catch (IOException | JacksonException broken) {
      return false;
    }
  }
}
