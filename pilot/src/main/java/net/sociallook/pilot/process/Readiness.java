package net.sociallook.pilot.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until a part answers at its health address. */
public final class Readiness {
  private static final Duration BETWEEN = Duration.ofMillis(150);
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int LINES = 15;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /**
   * Returns when the part is ready.
   *
   * @throws StartFailed with the end of its log if it ends before, or is not ready in two minutes
   */
  public void await(Supervision part, Program program) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!program.listening().health().stream().allMatch(this::isReady)) {
      if (endedWithin(part, BETWEEN)) {
        throw failed(program, "ended while it started");
      }
      if (System.nanoTime() > deadline) {
        throw failed(program, "was not ready after " + PATIENCE.toSeconds() + " s");
      }
    }
  }

  public boolean isReady(URI health) {
    try {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
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
