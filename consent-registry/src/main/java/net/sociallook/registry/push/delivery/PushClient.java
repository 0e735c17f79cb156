package net.sociallook.registry.push.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Speaks to push services. Follows nobody elsewhere, and reads nothing of what they write. */
final class PushClient {
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final int CONTENT_TOO_LARGE = 413;

  private final HttpClient http;
  private final Duration patience;

  PushClient(SSLContext tls, Duration patience) {
    this.http =
        HttpClient.newBuilder()
            .sslContext(tls)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
    this.patience = patience;
  }

  /**
   * @param life how long the push service is to keep it for a device that is away
   * @param content encrypted
   */
  record Message(URI endpoint, String authorization, Duration life, byte[] content) {}

  /** Where the content is too large for somebody, the device is told without. */
  PushAnswer send(Message message) throws InterruptedException {
    HttpRequest.Builder full =
        begun(message)
            .header("Content-Encoding", "aes128gcm")
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(message.content()));
    PushAnswer answer = send(full.build());
    return answer instanceof PushAnswer.NotTaken(int status, Duration asked)
            && status == CONTENT_TOO_LARGE
        ? send(begun(message).POST(BodyPublishers.noBody()).build())
        : answer;
  }

  /** A later message takes the place of one that the push service still holds. */
  private HttpRequest.Builder begun(Message message) {
    return HttpRequest.newBuilder(message.endpoint())
        .timeout(patience)
        .header("Authorization", message.authorization())
        .header("TTL", String.valueOf(message.life().toSeconds()))
        .header("Urgency", "normal")
        .header("Topic", "news");
  }

  private PushAnswer send(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return judged(answer);
    } catch (IOException e) {
      return new PushAnswer.NotTaken(0, Duration.ZERO);
    }
  }

  private static PushAnswer judged(HttpResponse<?> answer) {
    return switch (answer.statusCode()) {
      case 200, 201, 202, 204 -> new PushAnswer.Taken();
      case 404, 410 -> new PushAnswer.Gone();
      default ->
          new PushAnswer.NotTaken(
              answer.statusCode(),
              answer
                  .headers()
                  .firstValue("Retry-After")
                  .flatMap(value -> wait(value, Instant.now()))
                  .orElse(Duration.ZERO));
    };
  }

  /**
   * At most six hours, whatever they ask for.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110 §10.2.3</a>
   */
  static Optional<Duration> wait(String retryAfter, Instant now) {
    if (retryAfter.matches("[0-9]{1,9}")) {
      return Optional.of(shortened(Duration.ofSeconds(Long.parseLong(retryAfter))));
    }
    try {
      Instant then =
          ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, then))
          .filter(Duration::isPositive)
          .map(PushClient::shortened);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration shortened(Duration wait) {
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
