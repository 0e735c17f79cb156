package net.sociallook.registry.web;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import net.sociallook.registry.RefusesToStart;
import net.sociallook.registry.RegistryProperties;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.ssl.pem.PemContent;

/** TLS 1.3 with certificates on both sides, from PEM files. */
record MutualTls(KeyStore own, KeyStore trusted) {
  /** Protects nothing: the store never leaves memory, but its entries need a password. */
  private static final String IN_MEMORY = "in-memory";

  enum Certificate {
    /**
     * Asked for; the application refuses where it is missing. An untrusted one ends the handshake.
     */
    WANTED("optional"),
    /** Without one there is no connection. */
    NEEDED("required");

    private final String verification;

    Certificate(String verification) {
      this.verification = verification;
    }
  }

  static MutualTls load(RegistryProperties.Tls files) {
    try {
      KeyStore own = empty();
      X509Certificate[] chain = certificates(files.certificate()).toArray(X509Certificate[]::new);
      own.setKeyEntry(
          "registry", PemContent.load(files.key()).getPrivateKey(), IN_MEMORY.toCharArray(), chain);
      KeyStore trusted = empty();
      int number = 0;
      for (X509Certificate authority : certificates(files.trust())) {
        trusted.setCertificateEntry("authority-" + number++, authority);
      }
      return new MutualTls(own, trusted);
    } catch (GeneralSecurityException | IOException | IllegalStateException e) {
      throw new RefusesToStart(
          "The TLS files cannot be read (expected: PEM certificate, PEM key, PEM authorities): "
              + e.getMessage(),
          e);
    }
  }

  void apply(Connector connector, Certificate certificate) {
    SSLHostConfig host = new SSLHostConfig();
    host.setProtocols("TLSv1.3");
    host.setCertificateVerification(certificate.verification);
    host.setTrustStore(trusted);
    SSLHostConfigCertificate server =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    server.setCertificateKeystore(own);
    server.setCertificateKeystorePassword(IN_MEMORY);
    host.addCertificate(server);
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setProperty("SSLEnabled", "true");
    connector.addSslHostConfig(host);
  }

  private static List<X509Certificate> certificates(Path file) throws IOException {
    return Optional.ofNullable(PemContent.load(file).getCertificates()).orElse(List.of());
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
