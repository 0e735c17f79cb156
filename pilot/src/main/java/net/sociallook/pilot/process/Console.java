package net.sociallook.pilot.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever started the pilot what happens, with the seconds since the start. */
public final class Console {
  private final PrintStream out;
  private final long start = System.nanoTime();

  public Console(PrintStream out) {
    this.out = out;
  }

  public void say(String line) {
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds, line);
    out.flush();
  }

  public void plain(String text) {
    out.println(text);
    out.flush();
  }
}
