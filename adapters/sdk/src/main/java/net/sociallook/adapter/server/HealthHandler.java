package net.sociallook.adapter.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /health}: 200 {@code up}, or 503 {@code down} while the existing system is away. */
public final class HealthHandler extends Handler.Abstract {
  private final BooleanSupplier reachable;

  public HealthHandler(BooleanSupplier reachable) {
    this.reachable = reachable;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!request.getHttpURI().getPath().equals("/health") || !request.getMethod().equals("GET")) {
      return false;
    }
    boolean up = reachable.getAsBoolean();
    String body = up ? "{\"status\":\"up\"}" : "{\"status\":\"down\"}";
    response.setStatus(up ? 200 : 503);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }
}
