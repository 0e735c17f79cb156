package net.sociallook.testbed.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an adapter answers. */
public final class Answers {
  private Answers() {}

  /**
   * @throws AssertionError if the status is not 200
   */
  public static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  /** The ids of the entries of a Bundle, in its order. */
  public static List<String> ids(JsonNode bundle) {
    return bundle
        .path("entry")
        .valueStream()
        .map(entry -> entry.at("/resource/id").asString())
        .toList();
  }

  /** The {@code _page} of the page after this one; empty if this is the last. */
  public static String next(JsonNode bundle) {
    return bundle
        .get("link")
        .valueStream()
        .filter(link -> link.get("relation").asString().equals("next"))
        .findFirst()
        .map(link -> link.get("url").asString().replaceFirst(".*_page=", ""))
        .orElse("");
  }
}
