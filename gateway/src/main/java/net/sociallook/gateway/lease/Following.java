package net.sociallook.gateway.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Keeps the stream of the withdrawal sequence open for as long as one lease lasts. A stream that
 * ended or fell silent is opened anew where it broke off. Used by the lease's thread alone.
 */
final class Following implements AutoCloseable {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

  private final String path;
  private final RegistryConnection registry;
  private final Executor thread;
  private final Clocks clocks;
  private final Pace opening =
      new Pace(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(500));
  private Optional<LineStream> open = Optional.empty();
  private long heard;

  Following(UUID lease, RegistryConnection registry, Executor thread, Clocks clocks) {
    this.path = "/leases/" + lease + "/withdrawals?after=";
    this.registry = registry;
    this.thread = thread;
    this.clocks = clocks;
  }

  /**
   * Opens the stream if it is not open.
   *
   * @param after the last number that is known
   * @param entry told of each line that is an entry
   */
  void keepOpen(long after, Consumer<String> entry) {
    Moment now = clocks.now();
    if (open.isPresent() && now.nanos() - heard > LONGEST_SILENCE.toNanos()) {
      open.get().close();
      open = Optional.empty();
      opening.end(now, false);
    }
    if (open.isPresent() || !opening.due(now)) {
      return;
    }
    opening.begin(now);
    heard = now.nanos();
    Line line = new Line(entry);
    LineStream stream = new LineStream(line);
    line.of = Optional.of(stream);
    open = line.of;
    registry
        .follow(path + after, stream)
        .whenComplete(
            (status, error) -> thread.execute(() -> ended(stream, error == null ? status : 0)));
  }

  /** Hands the lines of one stream to the lease's thread, unless another took its place. */
  private final class Line implements Consumer<String> {
    private final Consumer<String> entry;
    private volatile Optional<LineStream> of = Optional.empty();

    Line(Consumer<String> entry) {
      this.entry = entry;
    }

    @Override
    public void accept(String text) {
      thread.execute(() -> {
        if (!of.equals(open)) {
          return;
        }
        heard = clocks.now().nanos();
        if (!text.isEmpty()) {
          entry.accept(text);
        }
      });
    }
  }

  private void ended(LineStream stream, int status) {
    if (!open.equals(Optional.of(stream))) {
      return;
    }
    open = Optional.empty();
    opening.end(clocks.now(), false);
    if (status >= 400 && status < 500) {
      throw new LeaseBroken("stream: " + status + " (expected: 200)");
    }
  }

  @Override
  public void close() {
    open.ifPresent(LineStream::close);
    open = Optional.empty();
  }
}
