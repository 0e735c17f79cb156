package net.sociallook.adapter.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Jetty's own errors (malformed requests, paths of nobody, defects), said as any other refusal. */
public final class RefusalErrorHandler extends ErrorHandler {
  private final Consumer<HttpFields.Mutable> headers;

  /**
   * @param headers puts on what every answer carries; the usual handlers may not have run
   */
  public RefusalErrorHandler(Consumer<HttpFields.Mutable> headers) {
    this.headers = headers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Refusal refusal = refusal(response.getStatus());
    byte[] body = Outcome.json(refusal).getBytes(StandardCharsets.UTF_8);
    response.setStatus(refusal.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Outcome.MEDIA_TYPE);
    headers.accept(response.getHeaders());
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static Refusal refusal(int status) {
    return switch (status) {
      case 404 -> Refusal.UNKNOWN_PATH;
      case 405 -> Refusal.METHOD_NOT_ALLOWED;
      case 413, 414, 431 -> Refusal.BODY_TOO_LARGE;
      default -> status < 500 ? Refusal.MALFORMED_REQUEST : Refusal.DEFECT;
    };
  }
}
