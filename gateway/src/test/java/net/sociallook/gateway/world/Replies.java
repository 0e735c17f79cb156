package net.sociallook.gateway.world;

import java.util.concurrent.CountDownLatch;

/** How a simulated adapter may answer. */
public final class Replies {
  private Replies() {}

  public static AdapterStandIn.Reply of(int status, String type, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    };
  }

  /** Announces more than it sends, then closes. */
  public static AdapterStandIn.Reply cutOff(int status, String type, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length + 10_000);
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
      throw new java.io.IOException("closed");
    };
  }

  /** Sends the first part and then waits. */
  public static AdapterStandIn.Reply stalling(String type, byte[] first, CountDownLatch until) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(first);
      exchange.getResponseBody().flush();
      try {
        until.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
