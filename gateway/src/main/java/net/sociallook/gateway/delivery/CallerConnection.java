package net.sociallook.gateway.delivery;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The HTTP/1.1 connection that a request came on. Thread-safe.
 *
 * @param channel the one channel of the connection; with HTTP/2 there would be others beside it
 */
record CallerConnection(Channel channel) {

  static CallerConnection of(ServerHttpRequest request) {
    HttpServerRequest transport = ServerHttpRequestDecorator.getNativeRequest(request);
    if (transport instanceof ChannelOperations<?, ?> operations) {
      return new CallerConnection(operations.channel());
    }
    throw new IllegalStateException("request: of another server (expected: Reactor Netty)");
  }

  /**
   * Ends the connection with a TCP reset: what is not yet delivered is dropped, here and in the
   * kernel. Returns at once.
   *
   * @param ended called when the connection is closed
   */
  void reset(Runnable ended) {
    channel.closeFuture().addListener(closed -> ended.run());
    run(this::resetNow);
  }

  /** Runs this on the connection's thread; at once if that is the current one. */
  void run(Runnable step) {
    if (channel.eventLoop().inEventLoop()) {
      step.run();
    } else {
      channel.eventLoop().execute(step);
    }
  }

  private void resetNow() {
    if (channel.isOpen()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      // Past the handlers: TLS would first say goodbye, and flush what it still holds.
      channel.unsafe().close(channel.unsafe().voidPromise());
    }
  }

  /** Completes when all that was written before is with the kernel. */
  Mono<Void> flushed() {
    return Mono.create(sink ->
        channel
            .eventLoop()
            .execute(() ->
                // A write of nothing is done when all writes before it are.
                channel
                    .writeAndFlush(Unpooled.EMPTY_BUFFER)
                    .addListener(done -> {
                      if (done.isSuccess()) {
                        sink.success();
                      } else {
                        sink.error(done.cause());
                      }
                    })));
  }
}
