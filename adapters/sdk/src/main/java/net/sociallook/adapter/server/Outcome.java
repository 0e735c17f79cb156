package net.sociallook.adapter.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a refusal as an OperationOutcome. Made of constants alone: nothing of the request, of a
 * record or of an exception can get into it.
 */
public final class Outcome {
  static final String MEDIA_TYPE = "application/fhir+json;charset=utf-8";

  /** The code system of {@link Refusal#code}. */
  public static final String SYSTEM = "https://sociallook.net/fhir/CodeSystem/adapter-refusal";

  private Outcome() {}

  /** The JSON text. */
  static String json(Refusal refusal) {
    return """
    {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s",\
    "details":{"coding":[{"system":"%s","code":"%s"}],"text":"%s"}}]}\
    """
        .formatted(refusal.issueType(), SYSTEM, refusal.code(), refusal.text());
  }

  /** Answers with the refusal; an answer that has begun is cut off instead. */
  public static void send(HttpServletResponse response, Refusal refusal) throws IOException {
    if (response.isCommitted()) {
      throw new IOException("answer: broken off after it had begun");
    }
    byte[] body = json(refusal).getBytes(StandardCharsets.UTF_8);
    response.resetBuffer();
    response.setStatus(refusal.status());
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
