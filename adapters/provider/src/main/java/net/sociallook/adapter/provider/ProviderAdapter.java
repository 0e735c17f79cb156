package net.sociallook.adapter.provider;

import java.nio.file.Path;
import net.sociallook.adapter.Adapter;
import net.sociallook.adapter.OnePerFile;
import net.sociallook.adapter.record.Source;

/** Adapters to the FHIR servers of one or more providers, in one process. */
public final class ProviderAdapter implements OnePerFile.Running {
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
    OnePerFile.run("adapter", files, ProviderAdapter::start);
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
