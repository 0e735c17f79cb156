package net.sociallook.adapter;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** The main program of a process that serves several institutions, one properties file for each. */
public final class OnePerFile {
  private OnePerFile() {}

  /** One that was started from a file. */
  public interface Running extends AutoCloseable {
    /** The port that is listened on. */
    int port();

    @Override
    void close();
  }

  /**
   * Starts one for each file and runs until the process is ended, which closes all. Prints one line
   * on standard output for each that answers; ends the process with one line on standard error if
   * one cannot be started (1), or no file is named (2).
   *
   * @param what is started, the first word of each line
   */
  public static void run(String what, String[] files, Function<Path, ? extends Running> start)
      throws InterruptedException {
    if (files.length == 0) {
      System.err.println("arguments: none (expected: one properties file for each institution)");
      System.exit(2);
    }
    List<Running> running = new CopyOnWriteArrayList<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> running.forEach(Running::close)));
    for (String file : files) {
      running.add(startOrExit(what, Path.of(file), start));
    }
    new CountDownLatch(1).await();
  }

  private static Running startOrExit(
      String what, Path file, Function<Path, ? extends Running> start) {
    try {
      Running one = start.apply(file);
      System.out.println(what + " " + file.getFileName() + " on port " + one.port());
      return one;
    } catch (RuntimeException e) {
      System.err.println(what + " " + file + ": " + e.getMessage());
      Runtime.getRuntime().exit(1);
      throw e;
    }
  }
}
