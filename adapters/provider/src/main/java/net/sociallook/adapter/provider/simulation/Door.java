package net.sociallook.adapter.provider.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets in who has the secret, and anybody to the health check. */
final class Door extends Handler.Wrapper {
  private final byte[] expected;

  Door(String secret, Handler inside) {
    super(inside);
    this.expected =
        (secret.contains(":")
                ? "Basic "
                    + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))
                : "Bearer " + secret)
            .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (Request.getPathInContext(request).equals("/health")) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      response.write(true, StandardCharsets.UTF_8.encode("{\"status\":\"up\"}"), callback);
      return true;
    }
    byte[] given =
        Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
            .orElse("")
            .getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, given)) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Traegerakte\"");
      Response.writeError(request, response, callback, 401);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
