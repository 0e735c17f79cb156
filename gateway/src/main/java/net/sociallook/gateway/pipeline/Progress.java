package net.sociallook.gateway.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import net.sociallook.gateway.filter.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of an admitted request. Written by one signal at a time, read at its end.
 */
final class Progress {
  private final AtomicLong bytes = new AtomicLong();
  private volatile Supplier<Tally> tally = () -> Tally.NOTHING;
  private volatile @Nullable Instant admittedAt;
  private volatile @Nullable Ending ending;

  void admitted(Instant at) {
    admittedAt = at;
  }

  /** The instant of the last check that admitted the request. */
  Instant admittedAt() {
    Instant at = admittedAt;
    if (at == null) {
      throw new IllegalStateException("admission: none (expected: before the answer)");
    }
    return at;
  }

  void counts(Supplier<Tally> released) {
    tally = released;
  }

  void sent(int count) {
    bytes.addAndGet(count);
  }

  /** The first ending counts. */
  void ends(int status, Ending.Result result) {
    if (ending == null) {
      // nothing left unless bytes did: what was judged releasable but never sent is not released
      Tally all = bytes.get() > 0 ? tally.get() : new Tally(List.of(), 0, withheld());
      ending = new Ending(status, result, all, bytes.get());
    }
  }

  private int withheld() {
    return tally.get().withheldCount();
  }

  Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }
}
