package net.sociallook.adapter;

import jakarta.servlet.DispatcherType;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.List;
import net.sociallook.adapter.assertion.AssertionCheck;
import net.sociallook.adapter.assertion.HttpsGatewayKeys;
import net.sociallook.adapter.assertion.HttpsKeySource;
import net.sociallook.adapter.assertion.OwnTime;
import net.sociallook.adapter.assertion.ReadingHandler;
import net.sociallook.adapter.fhir.BinaryServlet;
import net.sociallook.adapter.fhir.FhirGate;
import net.sociallook.adapter.fhir.FhirServer;
import net.sociallook.adapter.fhir.PageSeal;
import net.sociallook.adapter.link.FilePseudonymStore;
import net.sociallook.adapter.link.LinksServlet;
import net.sociallook.adapter.link.PseudonymStore;
import net.sociallook.adapter.record.Source;
import net.sociallook.adapter.server.HealthHandler;
import net.sociallook.adapter.server.RefusalErrorHandler;
import net.sociallook.adapter.server.TlsServer;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running adapter of one institution. Several may run in one process, each with its own
 * configuration.
 */
public final class Adapter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Adapter.class);

  private final Server server;
  private final Server health;
  private final PseudonymStore pseudonyms;
  private final HttpsKeySource keys;

  private Adapter(AdapterConfig config, Kinds kinds, PseudonymStore pseudonyms) {
    this.pseudonyms = pseudonyms;
    this.keys =
        new HttpsKeySource(
            config.trust().gatewayKeys(),
            config.trust().institution().tls(config.trust().anchor()));
    OwnTime time = new OwnTime();
    ReadingHandler readings = new ReadingHandler(time);
    this.server =
        TlsServer.create(
            new InetSocketAddress(config.listen().host(), config.listen().port()),
            config.listen().identity().tls(config.trust().anchor()),
            readings);
    server.setErrorHandler(new RefusalErrorHandler(readings::put));
    ServletContextHandler context = context(config, kinds, time);
    context.setErrorHandler(server.getErrorHandler());
    readings.setHandler(context);
    this.health =
        TlsServer.createPlain(
            new InetSocketAddress("127.0.0.1", config.listen().healthPort()),
            new HealthHandler(kinds::areReachable));
  }

  /**
   * Starts an adapter and returns when it answers.
   *
   * @param sources the kinds of data that the existing system has, each once; called by many
   *     threads
   * @throws IllegalArgumentException if there is none, one that the SDK does not know, or two of
   *     the same kind
   * @throws IllegalStateException if it could not be started; nothing is left running
   */
  public static Adapter start(AdapterConfig config, Source<?>... sources) {
    Kinds kinds = Kinds.of(List.of(sources));
    PseudonymStore pseudonyms = FilePseudonymStore.open(config.dataDirectory());
    try {
      Adapter adapter = new Adapter(config, kinds, pseudonyms);
      adapter.start();
      LOG.info("{}: on port {}", config.institution(), adapter.port());
      return adapter;
    } catch (RuntimeException e) {
      pseudonyms.close();
      throw e;
    }
  }

  /** The TLS port that is listened on. */
  public int port() {
    return TlsServer.port(server);
  }

  /** The port of the health check, on the loopback address. */
  public int healthPort() {
    return TlsServer.port(health);
  }

  @Override
  public void close() {
    try {
      server.stop();
      health.stop();
    } catch (Exception e) {
      throw new IllegalStateException("adapter: not stopped", e);
    } finally {
      keys.close();
      pseudonyms.close();
    }
  }

  private void start() {
    try {
      server.start();
      health.start();
    } catch (Exception e) {
      close();
      throw new IllegalStateException("adapter: not started: " + e.getMessage(), e);
    }
  }

  private ServletContextHandler context(AdapterConfig config, Kinds kinds, OwnTime time) {
    String institution = config.institution();
    HttpsGatewayKeys gatewayKeys = new HttpsGatewayKeys(keys);
    gatewayKeys.prefetch();
    AssertionCheck assertions = new AssertionCheck(institution, gatewayKeys, time);
    FhirGate gate =
        new FhirGate(
            assertions, pseudonyms, config.trust().gateways(), kinds.surface(config.zone()));
    PageSeal pages = PageSeal.open(config.dataDirectory());

    ServletContextHandler context = new ServletContextHandler("/");
    context.addFilter(new FilterHolder(gate), "/fhir/*", EnumSet.of(DispatcherType.REQUEST));
    ServletHolder fhir =
        new ServletHolder(new FhirServer(kinds.providers(institution, pages), time));
    // Ready before the first request: HAPI takes a second to read its model.
    fhir.setInitOrder(1);
    context.addServlet(fhir, "/fhir/*");
    kinds
        .documents()
        .map(documents -> new ServletHolder(new BinaryServlet(documents, time)))
        .ifPresent(binary -> context.addServlet(binary, "/fhir/Binary/*"));
    context.addServlet(new ServletHolder(new LinksServlet(pseudonyms, institution)), "/links/*");
    return context;
  }
}
