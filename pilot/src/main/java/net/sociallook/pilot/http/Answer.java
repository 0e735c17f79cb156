package net.sociallook.pilot.http;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered, read whole. */
public record Answer(int status, String contentType, byte[] body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public boolean isJson() {
    return contentType.matches("application/(.+\\+)?json.*");
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body; a missing node when it is no JSON. */
  public JsonNode json() {
    try {
      return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  /**
   * This answer, if it is a success.
   *
   * @throws Refusal with what the server said otherwise
   */
  public Answer orRefusal(String what) {
    if (!isSuccess()) {
      throw new Refusal(what, this);
    }
    return this;
  }

  /**
   * What the server said in words, without the rest: from a problem, an OAuth error or an
   * OperationOutcome.
   */
  public String reason() {
    JsonNode json = json();
    for (String member : new String[] {"detail", "title", "error_description", "error"}) {
      if (json.path(member).isString()) {
        return json.path(member).asString();
      }
    }
    String text = json.path("issue").path(0).path("details").path("text").asString("");
    return text.isEmpty() ? "no reason given" : text;
  }
}
