package net.sociallook.gateway.tls;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import net.sociallook.testbed.CertificateAuthority;
import net.sociallook.testbed.Identity;

/** A node's certificate, and servers for it to talk to, all of one authority. */
public final class TestTls {
  private final Path directory;
  private final CertificateAuthority authority;

  public TestTls(Path directory) {
    this.directory = directory;
    this.authority = CertificateAuthority.create(directory.resolve("ca"));
  }

  public CertificateAuthority authority() {
    return authority;
  }

  /** The TLS of the node {@code gw-1}. */
  public MutualTls node() {
    Path certificate = directory.resolve("gw-1.pem");
    Path key = directory.resolve("gw-1.key");
    authority.issue("gateway:gw-1").writePem(certificate, key);
    return new MutualTls(certificate, key, directory.resolve("ca/ca.pem"));
  }

  /** A server on this machine with this common name, which needs a client certificate. */
  public SslContext server(String commonName) {
    return server(authority.issue(commonName, "localhost", "127.0.0.1"), ClientAuth.REQUIRE);
  }

  public SslContext server(Identity identity, ClientAuth clients) {
    try {
      return SslContextBuilder.forServer(
              identity.key(), identity.chain().toArray(java.security.cert.X509Certificate[]::new))
          .sslProvider(SslProvider.JDK)
          .trustManager(authority.certificate())
          .clientAuth(clients)
          .protocols("TLSv1.3")
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("TLS: not set up", e);
    }
  }
}
