package net.sociallook.gateway.upstream;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/**
 * A body that has to come on: a holder that sends byte after byte would never be silent long enough
 * to be timed out, and hold a connection for days. What counts is the time that we wait for the
 * holder, not that in which our receiver takes nothing. The first part and each 16 KiB give the
 * holder the whole patience anew.
 */
final class SteadyBody {
  static final int BYTES = 16 * 1024;

  private final long patienceNanos;
  private final LongSupplier nanos;
  private long wanted;
  private long since;
  private long waited;
  private long came;

  /**
   * @param patience how long 16 KiB may take
   */
  SteadyBody(Duration patience, LongSupplier nanos) {
    this.patienceNanos = patience.toNanos();
    this.nanos = nanos;
  }

  /** The same body; it fails as {@link HolderFailure.Kind#TIMED_OUT} where it comes too slowly. */
  Flux<DataBuffer> of(Flux<DataBuffer> body) {
    return body.<DataBuffer>handle(
            (part, sink) -> {
              if (isSteady(part.readableByteCount())) {
                sink.next(part);
              } else {
                DataBufferUtils.release(part);
                sink.error(new HolderFailure(HolderFailure.Kind.TIMED_OUT));
              }
            })
        .doOnRequest(this::want);
  }

  synchronized void want(long parts) {
    if (wanted == 0) {
      since = nanos.getAsLong();
    }
    wanted = parts >= Long.MAX_VALUE - wanted ? Long.MAX_VALUE : wanted + parts;
  }

  /** Whether the part came soon enough. */
  synchronized boolean isSteady(int bytes) {
    long now = nanos.getAsLong();
    waited += now - since;
    since = now;
    came += bytes;
    wanted = wanted == Long.MAX_VALUE ? wanted : Math.max(0, wanted - 1);
    return waited <= patienceNanos * (1 + came / BYTES);
  }
}
