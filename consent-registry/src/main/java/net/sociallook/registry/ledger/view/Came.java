package net.sociallook.registry.ledger.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of a request.
 *
 * @param httpStatus null when no answer was sent
 * @param result code as the gateway recorded it
 * @param released the first 100 resources
 * @param withheldCount null where the reader is not to know
 */
public record Came(
    @Nullable Integer httpStatus,
    String result,
    List<Resource> released,
    int releasedCount,
    @Nullable Integer withheldCount) {

  /** A resource that left the gateway. */
  public record Resource(String type, String id) {}

  static Came of(JsonNode body) {
    JsonNode status = body.path("status");
    return new Came(
        status.isInt() ? Integer.valueOf(status.asInt()) : null,
        body.path("result").asString(),
        body.path("released")
            .valueStream()
            .map(one -> new Resource(one.path("type").asString(), one.path("id").asString()))
            .toList(),
        body.path("releasedCount").asInt(),
        body.path("withheldCount").asInt());
  }

  Came redacted() {
    return new Came(httpStatus, result, released, releasedCount, null);
  }
}
