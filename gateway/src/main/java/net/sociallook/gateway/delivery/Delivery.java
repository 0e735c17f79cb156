package net.sociallook.gateway.delivery;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The delivery of one answer. It can be cut at any time: before the answer has begun, the work on
 * it ends with {@link AnswerCut}, no data can begin to flow any more, and a plain refusal can still
 * be sent; after that, the connection is reset. Thread-safe.
 */
public final class Delivery {
  private final ServerHttpResponse response;
  private final CallerConnection connection;
  private final AtomicReference<State> state = new AtomicReference<>(State.NOT_BEGUN);
  private final Sinks.Empty<Void> cut = Sinks.empty();

  private enum State {
    NOT_BEGUN,
    BEGUN,
    CUT
  }

  Delivery(ServerHttpResponse response, CallerConnection connection) {
    this.response = response;
    this.connection = connection;
  }

  public static Delivery of(ServerWebExchange exchange) {
    return new Delivery(exchange.getResponse(), CallerConnection.of(exchange.getRequest()));
  }

  /** The answer must end. Does not block; may be called more than once, from any thread. */
  public void cut() {
    if (state.compareAndSet(State.NOT_BEGUN, State.CUT)) {
      // Who cuts may have many to cut: what follows from it is done on the connection's thread.
      connection.run(() -> cut.tryEmitError(new AnswerCut()));
    } else if (state.get() == State.BEGUN) {
      // The work ends only when the connection has: until then a chunk could be on its way.
      connection.reset(() -> cut.tryEmitError(new AnswerCut()));
    }
  }

  /**
   * This work, or {@link AnswerCut} when the answer was cut; the work is then cancelled. When this
   * has ended, nothing of the answer goes out any more.
   */
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
    Flux<DataBuffer> checked =
        body.concatMap(chunk -> inTurn(chunk, alive), 1)
            .onErrorResume(error -> resetIfBegun().then(Mono.error(error)))
            .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    return response.writeAndFlushWith(checked.map(Flux::just)).then(Mono.defer(this::flushed));
  }

  private Mono<DataBuffer> inTurn(DataBuffer chunk, BooleanSupplier alive) {
    AtomicReference<Runnable> release = new AtomicReference<>(() -> DataBufferUtils.release(chunk));
    return flushed()
        .then(
            Mono.<DataBuffer>create(sink -> {
              if (alive.getAsBoolean() && begin()) {
                release.set(() -> {});
                sink.success(chunk);
              } else {
                sink.error(new AnswerCut());
              }
            }))
        .doFinally(end -> release.getAndSet(() -> {}).run());
  }

  private boolean begin() {
    return state.compareAndSet(State.NOT_BEGUN, State.BEGUN) || state.get() == State.BEGUN;
  }

  private Mono<Void> flushed() {
    return state.get() == State.BEGUN ? connection.flushed() : Mono.empty();
  }

  private Mono<Void> resetIfBegun() {
    return state.get() == State.BEGUN
        ? Mono.create(sink -> connection.reset(sink::success))
        : Mono.empty();
  }
}
