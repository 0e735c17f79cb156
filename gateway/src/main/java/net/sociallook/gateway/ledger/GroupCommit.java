package net.sociallook.gateway.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Writes records in groups: one at once if nothing is being written, else together with what else
 * came meanwhile. So a lone record is never delayed, and many cost few round trips.
 */
final class GroupCommit<T> {
  private static final int WAITING_AT_MOST = 4096;
  private static final int IN_A_GROUP_AT_MOST = 256;
  private static final int GROUPS_AT_ONCE = 4;

  private final Function<T, UUID> id;
  private final Function<List<T>, CompletionStage<Set<UUID>>> write;
  private final BlockingQueue<Waiting<T>> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
  private final Semaphore groups = new Semaphore(GROUPS_AT_ONCE);

  private record Waiting<T>(T record, CompletableFuture<Void> written) {}

  /**
   * @param write answers the ids that are durable, or fails
   */
  GroupCommit(Function<T, UUID> id, Function<List<T>, CompletionStage<Set<UUID>>> write) {
    this.id = id;
    this.write = write;
  }

  /**
   * @return completes when the record is durable; one that is cancelled before its turn is not
   *     written
   */
  Mono<Void> add(T record) {
    return Mono.defer(() -> {
      Waiting<T> mine = new Waiting<>(record, new CompletableFuture<>());
      if (!waiting.offer(mine)) {
        return Mono.error(new NotRecorded("ledger queue: full"));
      }
      writeWaiting();
      return Mono.fromFuture(mine.written());
    });
  }

  private void writeWaiting() {
    while (!waiting.isEmpty() && groups.tryAcquire()) {
      List<Waiting<T>> group = nextGroup();
      if (group.isEmpty()) {
        groups.release();
      } else {
        write(group);
      }
    }
  }

  private List<Waiting<T>> nextGroup() {
    List<Waiting<T>> group = new ArrayList<>();
    while (group.size() < IN_A_GROUP_AT_MOST) {
      Waiting<T> next = waiting.poll();
      if (next == null) {
        break;
      }
      if (!next.written().isDone()) {
        group.add(next);
      }
    }
    return group;
  }

  private void write(List<Waiting<T>> group) {
    start(group.stream().map(Waiting::record).toList())
        .whenComplete((recorded, error) -> {
          if (group.size() > 1 && isRefused(error)) {
            // One of them is wrong; the others must not suffer for it.
            oneByOne(group);
          } else {
            groups.release();
            writeWaiting();
            group.forEach(one -> answer(one, recorded, error));
          }
        });
  }

  private void oneByOne(List<Waiting<T>> group) {
    CompletableFuture<?>[] answered =
        group.stream()
            .map(one ->
                start(List.of(one.record()))
                    .handle((recorded, error) -> {
                      answer(one, recorded, error);
                      return one;
                    })
                    .toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(answered)
        .whenComplete((done, error) -> {
          groups.release();
          writeWaiting();
        });
  }

  private void answer(Waiting<T> one, @Nullable Set<UUID> recorded, @Nullable Throwable error) {
    if (error != null) {
      one.written().completeExceptionally(cause(error));
    } else if (recorded != null && recorded.contains(id.apply(one.record()))) {
      one.written().complete(null);
    } else {
      one.written().completeExceptionally(new NotRecorded("ledger: not recorded"));
    }
  }

  private static boolean isRefused(@Nullable Throwable error) {
    return error != null && cause(error) instanceof NotRecorded not && not.isRefused();
  }

  /** As a {@link NotRecorded}, whatever a stage wrapped it in. */
  private static Throwable cause(Throwable error) {
    Throwable inner =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    return inner instanceof NotRecorded ? inner : new NotRecorded("ledger: no answer", inner);
  }

  private CompletionStage<Set<UUID>> start(List<T> records) {
    try {
      return write.apply(records);
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }
}
