package net.sociallook.gateway.world;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

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

  /** Sends the first part, and then white space, byte after byte, until nobody listens any more. */
  public static AdapterStandIn.Reply dripping(String type, byte[] first) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(first);
      while (true) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        LockSupport.parkNanos(50_000_000);
      }
    };
  }
}
