package net.sociallook.adapter.jobcenter;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import net.sociallook.adapter.Adapter;
import net.sociallook.adapter.record.Source;

/** Adapters to the case systems of one or more Jobcenters, in one process. */
public final class JobcenterAdapter implements AutoCloseable {
  private final Adapter adapter;
  private final Fallwerk system;

  private JobcenterAdapter(Adapter adapter, Fallwerk system) {
    this.adapter = adapter;
    this.system = system;
  }

  /**
   * Starts one adapter for each file and runs until the process is ended. Prints one line on
   * standard output for each that answers.
   *
   * @param files properties, see docs/adapters.md
   */
  public static void main(String[] files) throws InterruptedException {
    if (files.length == 0) {
      System.err.println("arguments: none (expected: one properties file for each institution)");
      System.exit(2);
    }
    List<JobcenterAdapter> running = new CopyOnWriteArrayList<>();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> running.forEach(JobcenterAdapter::close)));
    for (String file : files) {
      running.add(startOrExit(Path.of(file)));
    }
    new CountDownLatch(1).await();
  }

  /**
   * Starts the adapter that a properties file describes. The case system need not answer yet.
   *
   * @throws IllegalArgumentException naming the key that is missing or wrong
   * @throws IllegalStateException if it could not be started; nothing is left running
   */
  public static JobcenterAdapter start(Path file) {
    JobcenterConfig config = JobcenterConfig.read(file);
    Fallwerk system = new Fallwerk(config.system(), config.secret(), config.patience());
    try {
      return new JobcenterAdapter(
          Adapter.start(config.adapter(), kinds(system, config.adapter().zone())), system);
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  private static Source<?>[] kinds(Fallwerk system, ZoneId zone) {
    return new Source<?>[] {
      new RestDocuments(system, zone),
      new RestAppointments(system, zone),
      new RestSlots(system, zone),
      new RestSchedules(system, zone),
      new RestGoals(system, zone),
      new RestCarePlans(system, zone),
      new RestMessages(system, zone),
      new RestContacts(system, zone),
      new RestReferrals(system, zone),
      new RestTasks(system, zone)
    };
  }

  /** The TLS port that is listened on. */
  public int port() {
    return adapter.port();
  }

  /** The port of the health check, on the loopback address. */
  public int healthPort() {
    return adapter.healthPort();
  }

  @Override
  public void close() {
    adapter.close();
    system.close();
  }

  private static JobcenterAdapter startOrExit(Path file) {
    try {
      JobcenterAdapter adapter = start(file);
      System.out.println("adapter " + file.getFileName() + " on port " + adapter.port());
      return adapter;
    } catch (RuntimeException e) {
      System.err.println("adapter " + file + ": " + e.getMessage());
      Runtime.getRuntime().exit(1);
      throw e;
    }
  }
}
