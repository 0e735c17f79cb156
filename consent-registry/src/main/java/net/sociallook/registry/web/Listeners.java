package net.sociallook.registry.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import net.sociallook.registry.RefusesToStart;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.RegistryProperties.Address;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Opens the three ports, and tells on which of them a request came in. */
@Component
public final class Listeners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final RegistryProperties.Listeners addresses;
  private final MutualTls tls;
  private final Map<Port, Connector> connectors = new EnumMap<>(Port.class);

  Listeners(RegistryProperties properties) {
    this.addresses = properties.listeners();
    this.tls = MutualTls.load(properties.tls());
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setPort(addresses.institutions().port());
    factory.setAddress(resolve(addresses.institutions()));
    factory.addConnectorCustomizers(connector -> {
      tls.apply(connector, MutualTls.Certificate.WANTED);
      connectors.put(Port.INSTITUTIONS, connector);
    });
    Connector gateways = listenOn(Port.GATEWAYS, addresses.gateways());
    tls.apply(gateways, MutualTls.Certificate.NEEDED);
    Connector browser = listenOn(Port.BROWSER, addresses.browser());
    factory.addAdditionalConnectors(gateways, browser);
    factory.addContextCustomizers(context ->
        ((StandardHost) context.getParent())
            .setErrorReportValveClass(UnreadableAddress.class.getName()));
  }

  private Connector listenOn(Port port, Address address) {
    Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
    connector.setPort(address.port());
    connector.setThrowOnFailure(true);
    AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
    protocol.setAddress(resolve(address));
    protocol.setExecutor(new VirtualThreadExecutor(port.name().toLowerCase() + "-"));
    connectors.put(port, connector);
    return connector;
  }

  /** The number of an open port. */
  public int number(Port port) {
    Connector connector = connectors.get(port);
    if (connector == null) {
      throw new IllegalStateException("port: " + port + " (expected: open)");
    }
    return connector.getLocalPort();
  }

  Optional<Port> at(int number) {
    return connectors.keySet().stream().filter(port -> number(port) == number).findFirst();
  }

  private static InetAddress resolve(Address address) {
    try {
      return InetAddress.getByName(address.host());
    } catch (UnknownHostException e) {
      throw new RefusesToStart("host: " + address.host() + " (expected: an interface).", e);
    }
  }
}
