package net.sociallook.pilot.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Whether a process that starts comes on: it has written to its log, or it has worked. */
final class Signs {
  private static final Duration WORKED = Duration.ofMillis(100);

  private final Path log;
  private long written;
  private Duration worked = Duration.ZERO;

  Signs(Path log) {
    this.log = log;
  }

  /** Since the last time that it had. */
  boolean areThere(Optional<ProcessHandle> process) {
    long size = size();
    Duration cpu = process.flatMap(one -> one.info().totalCpuDuration()).orElse(worked);
    if (size == written && cpu.minus(worked).compareTo(WORKED) < 0) {
      return false;
    }
    written = size;
    worked = cpu;
    return true;
  }

  private long size() {
    try {
      return Files.size(log);
    } catch (IOException notYetThere) {
      return written;
    }
  }
}
