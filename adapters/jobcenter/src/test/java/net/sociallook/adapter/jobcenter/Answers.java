package net.sociallook.adapter.jobcenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Reads what the adapter answers to a search. */
final class Answers {
  private Answers() {}

  static JsonNode json(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  static List<String> ids(JsonNode bundle) {
    List<String> ids = new ArrayList<>();
    bundle.path("entry").forEach(entry -> ids.add(entry.at("/resource/id").asText()));
    return ids;
  }

  static String next(JsonNode bundle) {
    for (JsonNode link : bundle.get("link")) {
      if (link.get("relation").asText().equals("next")) {
        return link.get("url").asText().replaceFirst(".*_page=", "");
      }
    }
    return "";
  }
}
