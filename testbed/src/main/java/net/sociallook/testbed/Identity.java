package net.sociallook.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A private key with its certificate chain.
 *
 * @param key EC
 * @param chain the own certificate first
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  private static final char[] NO_PASSWORD = new char[0];

  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** Writes the chain and the key (PKCS #8, unencrypted, readable by the owner only). */
  public void writePem(Path certificateFile, Path keyFile) {
    try {
      StringBuilder certificates = new StringBuilder();
      for (X509Certificate certificate : chain) {
        certificates.append(pem("CERTIFICATE", certificate.getEncoded()));
      }
      Files.writeString(certificateFile, certificates);
      Files.deleteIfExists(keyFile);
      Files.createFile(
          keyFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(keyFile, pem("PRIVATE KEY", key.getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("certificate: not encoded", e);
    }
  }

  /** Writes both into one PKCS #12 file, for a browser; readable by the owner only. */
  public void writePkcs12(Path file, String password) {
    try {
      KeyStore store = emptyStore();
      store.setKeyEntry("own", key, password.toCharArray(), chain.toArray(Certificate[]::new));
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (java.io.OutputStream out = Files.newOutputStream(file)) {
        store.store(out, password.toCharArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PKCS #12: not written", e);
    }
  }

  /** Reads what {@link #writePem} wrote. */
  public static Identity readPem(Path certificateFile, Path keyFile) {
    try (InputStream in = Files.newInputStream(certificateFile)) {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      String body = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----", "");
      byte[] encoded = Base64.getMimeDecoder().decode(body.strip());
      PrivateKey key =
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new Identity(key, chain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("identity: unreadable", e);
    }
  }

  /** A TLS 1.3 context for either end that shows this identity and trusts the authority alone. */
  public SSLContext sslContext(CertificateAuthority trusted) {
    return sslContext(trusted.certificate());
  }

  public SSLContext sslContext(X509Certificate trusted) {
    try {
      KeyStore keys = emptyStore();
      keys.setKeyEntry("own", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
      KeyManagerFactory keyManagers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keyManagers.init(keys, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keyManagers.getKeyManagers(), trustManagers(trusted).getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS context: not made", e);
    }
  }

  /** A TLS 1.3 client context that shows no certificate and trusts the authority alone. */
  public static SSLContext anonymous(CertificateAuthority trusted) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, trustManagers(trusted.certificate()).getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS context: not made", e);
    }
  }

  private static TrustManagerFactory trustManagers(X509Certificate trusted)
      throws GeneralSecurityException {
    KeyStore store = emptyStore();
    store.setCertificateEntry("trusted", trusted);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pem(String kind, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
  }
}
