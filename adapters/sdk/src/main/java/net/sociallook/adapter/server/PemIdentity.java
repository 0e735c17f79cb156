package net.sociallook.adapter.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate chain and its private key, in PEM files.
 *
 * @param certificate the own certificate first
 * @param key PKCS #8, not encrypted; EC or RSA
 */
public record PemIdentity(Path certificate, Path key) {
  private static final char[] NO_PASSWORD = new char[0];

  /**
   * A TLS context for either end that shows this identity and trusts the certificates of one file.
   *
   * @throws IllegalArgumentException if a file does not hold what it should
   * @throws UncheckedIOException if a file cannot be read
   */
  public SSLContext tls(Path trustAnchor) {
    try {
      KeyStore own = emptyStore();
      own.setKeyEntry(
          "own", privateKey(), NO_PASSWORD, certificates(certificate).toArray(Certificate[]::new));
      KeyManagerFactory keyManagers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keyManagers.init(own, NO_PASSWORD);
      KeyStore trusted = emptyStore();
      for (Certificate anchor : certificates(trustAnchor)) {
        trusted.setCertificateEntry("anchor-" + trusted.size(), anchor);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "certificate or key: " + certificate + " (expected: PEM, the key of this certificate)",
          e);
    }
  }

  private PrivateKey privateKey() throws IOException, GeneralSecurityException {
    String body = Files.readString(key).replaceAll("-----[A-Z ]+-----", "");
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(decoded(body));
    String algorithm = certificates(certificate).iterator().next().getPublicKey().getAlgorithm();
    return KeyFactory.getInstance(algorithm).generatePrivate(spec);
  }

  private byte[] decoded(String body) {
    try {
      return Base64.getMimeDecoder().decode(body.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("key: " + key + " (expected: PEM, PKCS #8)", e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    Collection<? extends Certificate> found =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
    if (found.isEmpty()) {
      throw new IllegalArgumentException("certificates: none in " + file + " (expected: PEM)");
    }
    return found;
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
