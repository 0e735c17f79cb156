package net.sociallook.adapter.assertion;

import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts a reading of the adapter's own time on every answer, and forbids to keep any. */
public final class ReadingHandler extends Handler.Wrapper {
  private final OwnTime time;

  public ReadingHandler(OwnTime time) {
    this.time = time;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    put(response.getHeaders());
    return super.handle(request, response, callback);
  }

  /** Puts on what every answer carries. */
  public void put(HttpFields.Mutable headers) {
    Reading reading = time.read();
    headers.put(Reading.BOOT, reading.boot().toString());
    headers.put(Reading.MONOTONIC, reading.millis());
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
  }

  /** Replaces the reading by one of this instant, so that slow answers do not shorten stamps. */
  public static void renew(OwnTime time, HttpServletResponse response) {
    Reading reading = time.read();
    response.setHeader(Reading.BOOT, reading.boot().toString());
    response.setHeader(Reading.MONOTONIC, Long.toString(reading.millis()));
  }
}
