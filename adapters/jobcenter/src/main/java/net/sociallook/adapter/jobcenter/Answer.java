package net.sociallook.adapter.jobcenter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;

/**
 * What the case system answers in its envelope, which says with status 200 whether all went well.
 */
sealed interface Answer {
  ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /**
   * @param envelope with {@code daten}
   */
  record Found(JsonNode envelope) implements Answer {
    JsonNode data() {
      return envelope.path("daten");
    }
  }

  /** There is no such record, or no such customer. */
  record Missing() implements Answer {}

  /** The bookmark, by which was asked for more, has run out. */
  record MarkExpired() implements Answer {}

  /**
   * @throws IOException if it is not an answer, or one that refuses
   */
  static Answer parse(byte[] body) throws IOException {
    JsonNode envelope = tree(body);
    String code = envelope.path("fehlercode").asText("");
    return switch (code) {
      case "0" -> new Found(envelope);
      case "1404", "2100" -> new Missing();
      case "1010" -> new MarkExpired();
      default ->
          throw new IOException(
              "case system: fehlercode "
                  + (code.matches("[0-9]{1,4}") ? code : "not understood")
                  + " (expected: 0)");
    };
  }

  /**
   * @throws IOException if the status is not 200
   */
  static void checkStatus(HttpResponse<?> response, Restraint restraint) throws IOException {
    int status = response.statusCode();
    if (status == 429) {
      restraint.begin(response.headers().firstValue("Retry-After"));
    }
    if (status != 200) {
      throw new IOException("case system: status " + status + " (expected: 200)");
    }
  }

  // The parser's messages quote what it reads; none of it may get into a log.
  private static JsonNode tree(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException("case system: answer is not JSON");
    }
  }
}
