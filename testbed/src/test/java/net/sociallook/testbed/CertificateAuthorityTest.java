package net.sociallook.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {
  @TempDir Path directory;

  @Test
  void twoOfItsIdentitiesMeet() throws Exception {
    CertificateAuthority.create(directory);
    CertificateAuthority ca = CertificateAuthority.load(directory);
    Identity server = ca.issue("registry", "localhost", "127.0.0.1");
    server.writePem(directory.resolve("s.pem"), directory.resolve("s.key"));
    SSLContext context =
        Identity.readPem(directory.resolve("s.pem"), directory.resolve("s.key")).sslContext(ca);
    assertEquals("CN=institution:x", peerSeenBy(context, ca.issue("institution:x").sslContext(ca)));
  }

  @Test
  void aForeignIdentityIsRefused(@TempDir Path other) {
    CertificateAuthority ca = CertificateAuthority.create(directory);
    CertificateAuthority foreign = CertificateAuthority.create(other);
    SSLContext server = ca.issue("registry", "localhost").sslContext(ca);
    SSLContext client = foreign.issue("institution:x").sslContext(ca);
    assertThrows(IOException.class, () -> peerSeenBy(server, client));
  }

  private static String peerSeenBy(SSLContext server, SSLContext client) throws Exception {
    try (SSLServerSocket listening =
        (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0)) {
      listening.setNeedClientAuth(true);
      Thread caller = Thread.ofVirtual().start(() -> call(client, listening.getLocalPort()));
      try (SSLSocket accepted = (SSLSocket) listening.accept()) {
        accepted.startHandshake();
        return accepted.getSession().getPeerPrincipal().getName();
      } finally {
        caller.join();
      }
    }
  }

  /**
   * Reads to the end, so that an alert of the server is seen here and not as a broken pipe there.
   */
  private static void call(SSLContext client, int port) {
    try (SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket("localhost", port)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      socket.getInputStream().readAllBytes();
    } catch (IOException refused) {
      // what the server makes of it is what the test looks at
    }
  }
}
