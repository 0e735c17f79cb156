package net.sociallook.adapter.server;

import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty as adapters use it: each request on a virtual thread, nothing told about itself. */
public final class TlsServer {
  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final int SEND_BUFFER = 64 * 1024;
  private static final int MOST_PLATFORM_THREADS = 24;
  private static final long IDLE_MILLIS = 30_000;

  private TlsServer() {}

  /** A server that talks TLS 1.3 only, and only to callers with a certificate; not yet started. */
  public static Server create(InetSocketAddress address, SSLContext tls, Handler handler) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setSslContext(tls);
    factory.setIncludeProtocols("TLSv1.3");
    factory.setNeedClientAuth(true);
    HttpConfiguration http = http();
    // Callers are known by certificate; a call by IP address has no SNI to compare with.
    http.addCustomizer(new SecureRequestCustomizer(false));
    Server server = server(handler);
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(factory, "http/1.1"), new HttpConnectionFactory(http));
    connector.setAcceptedSendBufferSize(SEND_BUFFER);
    return listening(server, connector, address);
  }

  /** A server without TLS, for the loopback address; not yet started. */
  public static Server createPlain(InetSocketAddress loopback, Handler handler) {
    Server server = server(handler);
    server.setErrorHandler(new RefusalErrorHandler(headers -> {}));
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http()));
    return listening(server, connector, loopback);
  }

  /** The port that a started server listens on. */
  public static int port(Server started) {
    return ((ServerConnector) started.getConnectors()[0]).getLocalPort();
  }

  private static Server server(Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_PLATFORM_THREADS);
    threads.setName("adapter");
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Server server = new Server(threads);
    server.setHandler(handler);
    server.setStopTimeout(0);
    return server;
  }

  private static Server listening(
      Server server, ServerConnector connector, InetSocketAddress address) {
    connector.setHost(address.getHostString());
    connector.setPort(address.getPort());
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    return server;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    http.setRelativeRedirectAllowed(false);
    return http;
  }
}
