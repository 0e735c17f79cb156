package net.sociallook.pilot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what PostgreSQL and the libraries of the pilot say into a file instead of the console. */
final class PostgresLog {
  private static final String FORMAT = "[%1$tF %1$tT] %5$s%6$s%n";

  private PostgresLog() {}

  static void into(Path folder) {
    try {
      System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
      FileHandler file = new FileHandler(folder.resolve("postgres.log").toString(), true);
      file.setFormatter(new SimpleFormatter());
      file.setLevel(Level.INFO);
      Logger root = Logger.getLogger("");
      for (var handler : root.getHandlers()) {
        root.removeHandler(handler);
      }
      root.addHandler(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
