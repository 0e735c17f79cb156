package net.sociallook.adapter.jobcenter.simulation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The case systems of one or more Jobcenters, on the loopback address. All is invented. */
public final class Simulation implements AutoCloseable {
  private static final int THREADS = 24;
  private static final int LAST = 10;

  private final Stock stock;
  private final Service service;
  private final WireMockServer server;

  private Simulation(Setup setup) {
    this.stock = new Stock();
    new Casework(setup, stock).fill();
    this.service = new Service(stock, setup.secret());
    this.server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(setup.port())
                .containerThreads(THREADS)
                .gzipDisabled(true)
                .disableRequestJournal()
                .adminAuthenticator(request -> false)
                .notifier(new ConsoleNotifier(false))
                .extensions(service));
  }

  /**
   * Starts a case system for each file and runs until the process is ended. Prints one line on
   * standard output for each that answers.
   *
   * @param propertiesFiles see docs/adapters.md
   */
  public static void main(String[] propertiesFiles) throws InterruptedException {
    if (propertiesFiles.length == 0) {
      System.err.println("arguments: none (expected: one properties file for each institution)");
      System.exit(2);
    }
    List<Simulation> running = new CopyOnWriteArrayList<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> running.forEach(Simulation::close)));
    for (String file : propertiesFiles) {
      running.add(startOrExit(Path.of(file)));
    }
    new CountDownLatch(1).await();
  }

  /**
   * Starts the case system that a properties file describes.
   *
   * @throws IllegalArgumentException naming the key that is missing or wrong
   */
  public static Simulation start(Path propertiesFile) {
    Simulation simulation = new Simulation(Setup.read(propertiesFile));
    simulation.server.start();
    simulation.forget();
    return simulation;
  }

  public int port() {
    return server.port();
  }

  /** What it holds; changes are seen at once. */
  public Stock stock() {
    return stock;
  }

  /** The rules by which it answers; changes hold at once. */
  public Service service() {
    return service;
  }

  /** From now on answers as this says, where it matches; a defect of the system, for tests. */
  public void disturb(MappingBuilder answer) {
    server.stubFor(answer.atPriority(1));
  }

  /** Forgets all disturbances. */
  public void forget() {
    server.resetMappings();
    server.stubFor(
        any(anyUrl()).atPriority(LAST).willReturn(aResponse().withTransformers(service.getName())));
  }

  @Override
  public void close() {
    server.stop();
  }

  private static Simulation startOrExit(Path file) {
    try {
      Simulation simulation = start(file);
      System.out.println("case system " + file.getFileName() + " on port " + simulation.port());
      return simulation;
    } catch (RuntimeException e) {
      System.err.println("case system " + file + ": " + e.getMessage());
      Runtime.getRuntime().exit(1);
      throw e;
    }
  }
}
