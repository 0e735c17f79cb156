package net.sociallook.gateway.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/** TLS 1.3 as a client that shows this node's certificate and trusts one anchor alone. */
public final class MutualTls {
  private MutualTls() {}

  /**
   * @param certificate PEM, this node's certificate chain
   * @param key PEM, its private key in PKCS #8
   * @param ca PEM, the trust anchor; the system's trust store counts for nothing
   * @throws UncheckedIOException if a file is not what it should be
   */
  public static SslContext client(Path certificate, Path key, Path ca) {
    try {
      return SslContextBuilder.forClient()
          .keyManager(certificate.toFile(), key.toFile())
          .trustManager(ca.toFile())
          .endpointIdentificationAlgorithm("HTTPS")
          .protocols("TLSv1.3")
          .build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new UncheckedIOException(
          new IOException(
              "TLS files: " + certificate + ", " + key + ", " + ca + " (expected: PEM)", e));
    }
  }
}
