package net.sociallook.pilot.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits until a part answers at its health address: on a busy machine a start takes long, and one
 * that comes on is not given up.
 */
public final class Readiness {
  private static final Duration BETWEEN = Duration.ofMillis(150);
  private static final int LINES = 15;

  private final Health health = new Health();
  private final Console console;
  private final Patience patience;

  /** With two minutes for a part that does nothing, and five for one that comes on. */
  public Readiness(Console console) {
    this(
        console,
        new Patience(Duration.ofSeconds(120), Duration.ofSeconds(300), Duration.ofSeconds(30)));
  }

  Readiness(Console console, Patience patience) {
    this.console = console;
    this.patience = patience;
  }

  /**
   * How long is waited.
   *
   * @param still for a part that neither works nor writes to its log
   * @param whole for any
   * @param telling until it is said that the start still goes on, and between two times
   */
  record Patience(Duration still, Duration whole, Duration telling) {}

  /**
   * Returns when the part is ready.
   *
   * @throws StartFailed with the end of its log if it ends before, or patience does
   */
  public void await(Supervision part, Program program) {
    Signs signs = new Signs(program.log());
    long begun = System.nanoTime();
    Duration seen = Duration.ZERO;
    Duration told = Duration.ZERO;
    while (!program.listening().health().stream().allMatch(health::isReady)) {
      if (endedWithin(part, BETWEEN)) {
        throw failed(program, "ended while it started");
      }
      Duration now = Duration.ofNanos(System.nanoTime() - begun);
      seen = signs.areThere(part.process()) ? now : seen;
      if (now.minus(seen).compareTo(patience.still()) > 0) {
        throw failed(program, "did nothing for " + patience.still().toSeconds() + " s");
      }
      if (now.compareTo(patience.whole()) > 0) {
        throw failed(program, "was not ready after " + patience.whole().toSeconds() + " s");
      }
      if (now.minus(told).compareTo(patience.telling()) > 0) {
        console.say(program.name() + " is still starting");
        told = now;
      }
    }
  }

  private static boolean endedWithin(Supervision part, Duration time) {
    try {
      part.firstEnd().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed(part.name() + ": start was interrupted", e);
    }
  }

  private static StartFailed failed(Program program, String what) {
    return new StartFailed(
        program.name() + " " + what + ". The end of " + program.log() + ":\n" + tail(program));
  }

  private static String tail(Program program) {
    try {
      List<String> lines = Files.readAllLines(program.log(), StandardCharsets.UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "(unreadable)";
    }
  }
}
