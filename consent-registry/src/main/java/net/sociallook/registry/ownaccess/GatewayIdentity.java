package net.sociallook.registry.ownaccess;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import net.sociallook.registry.RefusesToStart;
import net.sociallook.registry.token.Confirmation;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The registry as gateways know it, in one of its roles.
 *
 * @param confirmation of its certificate, to which its tokens are bound
 */
record GatewayIdentity(SSLContext tls, Confirmation confirmation) {
  private static final char[] IN_MEMORY = "in-memory".toCharArray();

  /**
   * @param trust PEM file with the authorities of gateways' certificates
   */
  static GatewayIdentity load(Path certificate, Path key, Path trust) {
    try {
      X509Certificate[] chain = certificates(certificate).toArray(X509Certificate[]::new);
      KeyStore own = empty();
      own.setKeyEntry("own", PemContent.load(key).getPrivateKey(), IN_MEMORY, chain);
      KeyStore trusted = empty();
      for (X509Certificate authority : certificates(trust)) {
        trusted.setCertificateEntry("authority-" + trusted.size(), authority);
      }
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, IN_MEMORY);
      TrustManagerFactory trusts =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusts.init(trusted);
      SSLContext tls = SSLContext.getInstance("TLSv1.3");
      tls.init(keys.getKeyManagers(), trusts.getTrustManagers(), null);
      return new GatewayIdentity(tls, Confirmation.Certificate.of(chain[0]));
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new RefusesToStart(
          "The certificate " + certificate + ": cannot be read (expected: PEM files).", e);
    }
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
