package net.sociallook.gateway.delivery;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The delivery of one answer. It can be cut at any time: before the answer has begun, the work on
 * it ends with {@link AnswerCut} and a plain refusal can still be sent; after that, the connection
 * is reset.
 */
public final class Delivery {
  private final ServerHttpResponse response;
  private final CallerConnection connection;
  private final Sinks.Empty<Void> cut = Sinks.empty();

  private Delivery(ServerHttpResponse response, CallerConnection connection) {
    this.response = response;
    this.connection = connection;
  }

  public static Delivery of(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    return new Delivery(exchange.getResponse(), CallerConnection.of(request));
  }

  /** The answer must end. Does not block; may be called more than once, from any thread. */
  public void cut() {
    cut.tryEmitError(new AnswerCut());
    if (response.isCommitted()) {
      connection.reset();
    }
  }

  /** This work, or {@link AnswerCut} as soon as the answer is cut; the work is then cancelled. */
  public <T> Mono<T> unlessCut(Mono<T> work) {
    return Mono.firstWithSignal(cut.asMono().then(Mono.empty()), work);
  }

  /**
   * Writes a body. The answer begins with its first chunk; an error before that leaves the answer
   * to the caller of this method, one after it resets the connection.
   *
   * @param body chunks of at most 16 KiB; each is released
   * @param alive asked right before each chunk is written, when all chunks before it are with the
   *     kernel; if false, the chunk is not written and the error is {@link AnswerCut}
   * @return completes when the last chunk is with the kernel
   */
  public Mono<Void> write(Flux<DataBuffer> body, BooleanSupplier alive) {
    AtomicBoolean begun = new AtomicBoolean();
    Flux<DataBuffer> checked =
        body.concatMap(chunk -> inTurn(chunk, begun, alive), 1)
            .doOnError(error -> resetIfBegun())
            .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    return response.writeAndFlushWith(checked.map(Flux::just)).then(whenFlushed(begun));
  }

  private Mono<DataBuffer> inTurn(DataBuffer chunk, AtomicBoolean begun, BooleanSupplier alive) {
    AtomicReference<Runnable> release = new AtomicReference<>(() -> DataBufferUtils.release(chunk));
    Mono<Void> before = begun.getAndSet(true) ? connection.flushed() : Mono.empty();
    return before
        .then(
            Mono.<DataBuffer>create(sink -> {
              if (alive.getAsBoolean()) {
                release.set(() -> {});
                sink.success(chunk);
              } else {
                sink.error(new AnswerCut());
              }
            }))
        .doFinally(end -> release.getAndSet(() -> {}).run());
  }

  private Mono<Void> whenFlushed(AtomicBoolean begun) {
    return Mono.defer(() -> begun.get() ? connection.flushed() : Mono.empty());
  }

  private void resetIfBegun() {
    if (response.isCommitted()) {
      connection.reset();
    }
  }
}
