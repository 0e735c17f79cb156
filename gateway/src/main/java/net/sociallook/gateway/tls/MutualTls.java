package net.sociallook.gateway.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS 1.3 as a client that shows this node's certificate and trusts one anchor alone, for servers
 * that are known by name.
 */
public final class MutualTls {
  private static final char[] NO_PASSWORD = new char[0];

  private final X509Certificate[] chain;
  private final PrivateKey key;
  private final X509ExtendedTrustManager trust;

  /**
   * @param certificate PEM, this node's certificate chain
   * @param key PEM, its private key (EC) in PKCS #8
   * @param ca PEM, the trust anchor; the system's trust store counts for nothing
   * @throws UncheckedIOException if a file is not what it should be
   */
  public MutualTls(Path certificate, Path key, Path ca) {
    try {
      this.chain = certificates(certificate);
      this.key = key(key);
      this.trust = trusting(certificates(ca));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new UncheckedIOException(
          new IOException(
              "TLS files: " + certificate + ", " + key + ", " + ca + " (expected: PEM)", e));
    }
  }

  /**
   * For Netty; the host is verified.
   *
   * @param commonName of the one server to trust, for example {@code adapter:{institution}}
   */
  public SslContext towards(String commonName) {
    try {
      return SslContextBuilder.forClient()
          .sslProvider(SslProvider.JDK)
          .keyManager(key, chain)
          .trustManager(new NamedPeer(trust, commonName))
          .endpointIdentificationAlgorithm("HTTPS")
          .protocols("TLSv1.3")
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("TLS: not set up (expected: TLS 1.3)", e);
    }
  }

  /**
   * For the JDK's HTTP client, which verifies the host by itself.
   *
   * @param commonName of the one server to trust, for example {@code registry}
   */
  public SSLContext contextTowards(String commonName) {
    try {
      KeyStore keys = emptyStore();
      keys.setKeyEntry("own", key, NO_PASSWORD, chain);
      KeyManagerFactory own =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(keys, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(
          own.getKeyManagers(), new TrustManager[] {new NamedPeer(trust, commonName)}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("TLS: not set up (expected: TLS 1.3)", e);
    }
  }

  private static X509Certificate[] certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      X509Certificate[] found =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toArray(X509Certificate[]::new);
      if (found.length == 0) {
        throw new IOException(file + ": no certificate (expected: one or more)");
      }
      return found;
    }
  }

  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
    byte[] encoded = Base64.getMimeDecoder().decode(body.strip());
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private static X509ExtendedTrustManager trusting(X509Certificate[] anchors)
      throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    for (int i = 0; i < anchors.length; i++) {
      store.setCertificateEntry("anchor-" + i, anchors[i]);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
