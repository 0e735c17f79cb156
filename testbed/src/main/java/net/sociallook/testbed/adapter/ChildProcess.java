package net.sociallook.testbed.adapter;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A main class in a process of its own, with little memory. */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private ChildProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /**
   * @param options of the virtual machine
   * @param arguments of the program
   */
  public static ChildProcess start(List<String> options, Class<?> main, Path... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(Stream.of(arguments).map(Path::toString).toList());
    return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /**
   * Waits for the one line that says that it is ready.
   *
   * @param ready with a group for the port
   */
  public int port(Pattern ready) throws IOException {
    return ports(ready, 1).getFirst();
  }

  /**
   * Waits for as many lines that say that something is ready.
   *
   * @param ready with a group for the port
   * @throws AssertionError if it ends before, or is not ready after two minutes
   */
  public List<Integer> ports(Pattern ready, int count) throws IOException {
    // A process that says nothing would be waited for without end.
    CompletableFuture<Void> tooLate =
        CompletableFuture.runAsync(process::destroyForcibly, delayedExecutor(120, SECONDS));
    try {
      return read(ready, count);
    } finally {
      tooLate.cancel(false);
    }
  }

  private List<Integer> read(Pattern ready, int count) throws IOException {
    List<Integer> ports = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    while (ports.size() < count) {
      String line = output.readLine();
      if (line == null) {
        throw new AssertionError("not started:\n" + said);
      }
      said.append(line).append('\n');
      Matcher matcher = ready.matcher(line);
      if (matcher.find()) {
        ports.add(Integer.valueOf(matcher.group(1)));
      }
    }
    return ports;
  }

  /** Of a program that ends by itself, within a minute. */
  public int exitValue() throws InterruptedException {
    if (!process.waitFor(60, SECONDS)) {
      throw new AssertionError("still running");
    }
    return process.exitValue();
  }

  /** All that is still to be read, to the end. */
  public List<String> lines() {
    return output.lines().toList();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("did not end on SIGTERM");
    }
  }
}
