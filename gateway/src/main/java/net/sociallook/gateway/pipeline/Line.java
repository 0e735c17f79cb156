package net.sociallook.gateway.pipeline;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.util.AttributeKey;
import java.util.concurrent.atomic.AtomicReference;
import net.sociallook.gateway.lease.InFlight;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;

/**
 * The connection to a caller as long as one request's data may flow on it. Whatever stops the flow
 * after it began resets the connection, so that unsent bytes are dropped and a part cannot be taken
 * for the whole.
 */
final class Line {
  private static final AttributeKey<Line> OPEN = AttributeKey.valueOf(Line.class, "open");

  private final Channel channel;
  private final Sinks.Empty<Void> stop = Sinks.empty();
  private final AtomicReference<@Nullable InFlight> flight = new AtomicReference<>();
  private volatile boolean stopped;
  private volatile boolean flowing;

  private Line(Channel channel) {
    this.channel = channel;
  }

  static Line of(ServerHttpResponse response) {
    Object netty = ServerHttpResponseDecorator.getNativeResponse(response);
    if (netty instanceof Connection connection) {
      return new Line(connection.channel());
    }
    throw new IllegalStateException("response: " + netty.getClass() + " (expected: Netty's)");
  }

  /** The line on which data flow through this channel now; null if none do. */
  static @Nullable Line on(Channel channel) {
    return channel.attr(OPEN).get();
  }

  void carry(InFlight inFlight) {
    flight.set(inFlight);
  }

  /** Fails with {@link Withdrawn} once the request is cut; never completes otherwise. */
  Mono<Void> stop() {
    return stop.asMono();
  }

  /** Stops the flow. Does not block; the request is over when its {@link #stop} was heeded. */
  void cut() {
    stopped = true;
    onLoop(
        () -> {
          if (flowing) {
            reset();
          }
          stop.tryEmitError(new Withdrawn());
        });
  }

  /** Whether another byte may go out. */
  boolean mayFlow() {
    InFlight inFlight = flight.get();
    return !stopped && inFlight != null && inFlight.alive();
  }

  boolean isCut() {
    return stopped;
  }

  /**
   * Data begin to flow: from now on every flush of the channel asks this line.
   *
   * @throws Withdrawn if they may not
   */
  void open() {
    channel.attr(OPEN).set(this);
    flowing = true;
    if (!mayFlow()) {
      flowing = false;
      channel.attr(OPEN).compareAndSet(this, null);
      throw new Withdrawn();
    }
  }

  boolean isFlowing() {
    return flowing;
  }

  /** All data went out. */
  void completed() {
    flowing = false;
  }

  /** Drops what is unsent and tells the caller that the answer is broken. */
  void reset() {
    onLoop(
        () -> {
          if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.unsafe().closeForcibly();
          }
        });
  }

  /** The request is over: nothing of it goes out any more. Idempotent. */
  void end() {
    InFlight inFlight = flight.getAndSet(null);
    if (inFlight == null) {
      return;
    }
    if (flowing) {
      onLoop(
          () -> {
            reset();
            inFlight.close();
          });
    } else {
      channel.attr(OPEN).compareAndSet(this, null);
      inFlight.close();
    }
  }

  private void onLoop(Runnable task) {
    if (channel.eventLoop().inEventLoop()) {
      task.run();
    } else {
      channel.eventLoop().execute(task);
    }
  }
}
