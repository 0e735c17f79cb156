package net.sociallook.gateway.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.sociallook.gateway.request.RawRequest;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads requests off the wire. Only a search by POST has a body that is read. */
final class Bodies {
  private static final String UNREAD = "";

  private final int mostBytes;

  Bodies(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Fails with {@link DataBufferLimitException} where the body is too long. */
  Mono<RawRequest> read(ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    if (headers.getContentLength() > mostBytes) {
      return Mono.error(new DataBufferLimitException("body: too long"));
    }
    boolean hasBody =
        headers.getContentLength() > 0 || headers.getFirst(HttpHeaders.TRANSFER_ENCODING) != null;
    boolean search =
        HttpMethod.POST.equals(request.getMethod())
            && request.getURI().getRawPath().endsWith("/_search");
    if (!search) {
      return Mono.just(
          raw(
              request,
              hasBody ? Optional.of(new RawRequest.Form(UNREAD, UNREAD)) : Optional.empty()));
    }
    return DataBufferUtils.join(request.getBody(), mostBytes)
        .map(buffer -> {
          String text = buffer.toString(StandardCharsets.UTF_8);
          DataBufferUtils.release(buffer);
          return text;
        })
        .defaultIfEmpty(UNREAD)
        .map(text -> raw(request, Optional.of(new RawRequest.Form(contentType(headers), text))));
  }

  private static RawRequest raw(ServerHttpRequest request, Optional<RawRequest.Form> form) {
    return new RawRequest(
        request.getMethod().name(),
        request.getURI().getRawPath(),
        Optional.ofNullable(request.getURI().getRawQuery()),
        request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT),
        form);
  }

  /** Exactly one, and nothing encoded; otherwise a text that is no media type. */
  private static String contentType(HttpHeaders headers) {
    var types = headers.getOrEmpty(HttpHeaders.CONTENT_TYPE);
    boolean plain = headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING).isEmpty();
    return types.size() == 1 && plain ? types.getFirst() : UNREAD;
  }
}
