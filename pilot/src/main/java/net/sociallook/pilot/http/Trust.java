package net.sociallook.pilot.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import net.sociallook.testbed.Identity;

/** Makes HTTP clients that show a certificate and trust one authority. */
public final class Trust {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private Trust() {}

  public static HttpClient clientWith(Path ca, Path certificate, Path key) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .sslContext(Identity.readPem(certificate, key).sslContext(read(ca)))
        .build();
  }

  /** For the browser's port, which is plain HTTP on the loopback address. */
  public static HttpClient plainClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .build();
  }

  private static X509Certificate read(Path ca) {
    try (InputStream in = Files.newInputStream(ca)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalStateException("certificate in " + ca + ": unreadable", e);
    }
  }
}
