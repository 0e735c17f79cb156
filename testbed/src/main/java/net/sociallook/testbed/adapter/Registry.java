package net.sociallook.testbed.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import net.sociallook.testbed.CertificateAuthority;

/** The one path of the registry that adapters call, over real TLS. */
public final class Registry implements AutoCloseable {
  private final HttpsServer server;
  private final List<ECKey> keys = new CopyOnWriteArrayList<>();
  private final List<String> callers = new CopyOnWriteArrayList<>();

  Registry(CertificateAuthority authority) {
    try {
      SSLContext tls = authority.issue("registry", "localhost").sslContext(authority);
      server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
      server.setHttpsConfigurator(
          new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
              SSLParameters needed = tls.getDefaultSSLParameters();
              needed.setNeedClientAuth(true);
              parameters.setSSLParameters(needed);
            }
          });
      server.createContext(
          "/.well-known/gateway-jwks.json",
          exchange -> {
            callers.add(((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName());
            byte[] body = new JWKSet(List.copyOf(keys)).toString().getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Draws the key of a gateway node and publishes it. */
  public ECKey newKey(String keyId) {
    ECKey key = unpublishedKey(keyId);
    keys.add(key.toPublicJWK());
    return key;
  }

  /** Draws a key and tells nobody. */
  public static ECKey unpublishedKey(String keyId) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The subjects of the certificates of those who asked for keys. */
  public List<String> callers() {
    return List.copyOf(callers);
  }

  public URI keyAddress() {
    return URI.create(
        "https://localhost:" + server.getAddress().getPort() + "/.well-known/gateway-jwks.json");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
