package net.sociallook.gateway.answer;

import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** Writes whole answers, and the headers that every answer has. */
public final class Answers {
  public static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json");

  private static final String ALLOWED = "GET, POST";

  /** Nothing that we send may run, load or be framed; the contract's page has its style sheet. */
  private static final String CONTENT_SECURITY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private Answers() {}

  /** Sets what every answer has, data or not. */
  public static void prepare(ServerHttpResponse response, UUID requestId) {
    HttpHeaders headers = response.getHeaders();
    headers.set("X-Request-Id", requestId.toString());
    headers.setCacheControl("no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", CONTENT_SECURITY);
  }

  /** Refuses; the response must not be committed. */
  public static Mono<Void> refuse(ServerHttpResponse response, Refusal refusal) {
    HttpHeaders headers = response.getHeaders();
    switch (refusal.status()) {
      case 401 -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case 405 -> headers.set(HttpHeaders.ALLOW, ALLOWED);
      case 429 -> headers.set(HttpHeaders.RETRY_AFTER, "60");
      case 503 -> headers.set(HttpHeaders.RETRY_AFTER, "1");
      default -> {}
    }
    return write(response, refusal.status(), FHIR_JSON, Outcomes.body(refusal));
  }

  /** Writes a whole body. */
  public static Mono<Void> write(
      ServerHttpResponse response, int status, MediaType type, byte[] body) {
    response.setStatusCode(HttpStatusCode.valueOf(status));
    response.getHeaders().setContentType(type);
    response.getHeaders().setContentLength(body.length);
    DataBuffer buffer = response.bufferFactory().wrap(body);
    return response.writeWith(Mono.just(buffer));
  }
}
