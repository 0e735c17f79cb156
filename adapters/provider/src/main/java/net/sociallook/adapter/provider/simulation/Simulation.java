package net.sociallook.adapter.provider.simulation;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The FHIR servers of one or more providers, invented and in memory, in one process. FHIR at {@code
 * http://127.0.0.1:{port}/fhir}, which wants the secret; {@code GET /health} without.
 */
public final class Simulation implements AutoCloseable {
  private static final int MOST_PLATFORM_THREADS = 10;

  private final Server server;

  private Simulation(Server server) {
    this.server = server;
  }

  /**
   * Starts one server for each file and runs until the process is ended. Prints one line on
   * standard output for each that answers.
   *
   * @param propertiesFiles see {@link #start}
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
   * Starts the server that a properties file describes: {@code institution}, {@code port} (0 for a
   * free one), {@code secret-file}, {@code people} (a JSON file), {@code today}, {@code kinds}.
   *
   * @throws IllegalArgumentException naming the key that is missing or wrong
   * @throws IllegalStateException if it could not be started
   */
  public static Simulation start(Path file) {
    SimulationConfig config = SimulationConfig.read(file);
    QueuedThreadPool threads = new QueuedThreadPool(MOST_PLATFORM_THREADS, 2);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(config.port());
    server.addConnector(connector);
    server.setStopTimeout(0);
    ServletContextHandler context = new ServletContextHandler("/");
    ServletHolder fhir = new ServletHolder(new Endpoint(config));
    fhir.setInitOrder(1);
    context.addServlet(fhir, "/fhir/*");
    server.setHandler(new Door(config.secret(), context));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("simulation: not started: " + e.getMessage(), e);
    }
    return new Simulation(server);
  }

  /** The port that is listened on. */
  public int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("simulation: not stopped", e);
    }
  }

  private static Simulation startOrExit(Path file) {
    try {
      Simulation simulation = start(file);
      System.out.println("simulation " + file.getFileName() + " on port " + simulation.port());
      return simulation;
    } catch (RuntimeException e) {
      System.err.println("simulation " + file + ": " + e.getMessage());
      Runtime.getRuntime().exit(1);
      throw e;
    }
  }
}
