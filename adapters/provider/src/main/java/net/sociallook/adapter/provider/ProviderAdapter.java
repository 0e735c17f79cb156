package net.sociallook.adapter.provider;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import net.sociallook.adapter.Adapter;
import net.sociallook.adapter.record.Source;

/** Adapters to the FHIR servers of one or more providers, in one process. */
public final class ProviderAdapter implements AutoCloseable {
  private final Adapter adapter;
  private final FhirSystem system;

  private ProviderAdapter(Adapter adapter, FhirSystem system) {
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
    List<ProviderAdapter> running = new CopyOnWriteArrayList<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> running.forEach(ProviderAdapter::close)));
    for (String file : files) {
      running.add(startOrExit(Path.of(file)));
    }
    new CountDownLatch(1).await();
  }

  /**
   * Starts the adapter that a properties file describes.
   *
   * @throws IllegalArgumentException naming the key that is missing or wrong
   * @throws IllegalStateException if it could not be started; nothing is left running
   */
  public static ProviderAdapter start(Path file) {
    ProviderConfig config = ProviderConfig.read(file);
    FhirSystem system = FhirSystem.open(config.system());
    try {
      Existing existing =
          new Existing(system, config.adapter().institution(), config.adapter().zone());
      Source<?>[] sources =
          config.kinds().stream().map(kind -> kind.of(existing)).toArray(Source<?>[]::new);
      return new ProviderAdapter(Adapter.start(config.adapter(), sources), system);
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
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

  private static ProviderAdapter startOrExit(Path file) {
    try {
      ProviderAdapter adapter = start(file);
      System.out.println("adapter " + file.getFileName() + " on port " + adapter.port());
      return adapter;
    } catch (RuntimeException e) {
      System.err.println("adapter " + file + ": " + e.getMessage());
      Runtime.getRuntime().exit(1);
      throw e;
    }
  }
}
