package net.sociallook.adapter.jobcenter;

import java.nio.file.Path;
import java.time.ZoneId;
import net.sociallook.adapter.Adapter;
import net.sociallook.adapter.OnePerFile;
import net.sociallook.adapter.record.Source;

/** Adapters to the case systems of one or more Jobcenters, in one process. */
public final class JobcenterAdapter implements OnePerFile.Running {
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
    OnePerFile.run("adapter", files, JobcenterAdapter::start);
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
  @Override
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
}
