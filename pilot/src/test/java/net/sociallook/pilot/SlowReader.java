package net.sociallook.pilot;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.testbed.Identity;

/**
 * Takes an answer in small sips over a connection with small buffers, so that most of it is still
 * at the gateway.
 */
final class SlowReader implements AutoCloseable {
  private static final int BUFFER = 8 * 1024;

  private final SSLSocket socket;
  private final InputStream in;
  private boolean reset;

  private SlowReader(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  static SlowReader open(PilotProcess pilot, String token, String path) throws Exception {
    PilotFile file = pilot.file();
    PilotFile.Institution as =
        file.institutions().stream()
            .filter(one -> one.id().equals("jobcenter-nordhausen"))
            .findFirst()
            .orElseThrow();
    URI gateway = file.gateway().getFirst();
    Socket plain = new Socket();
    plain.setReceiveBufferSize(BUFFER);
    plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.getPort()));
    SSLSocket socket =
        (SSLSocket)
            context(pilot, as)
                .getSocketFactory()
                .createSocket(plain, "localhost", gateway.getPort(), true);
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost:"
            + gateway.getPort()
            + "\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    SlowReader reader = new SlowReader(socket);
    reader.requireSuccess();
    return reader;
  }

  private static SSLContext context(PilotProcess pilot, PilotFile.Institution as) throws Exception {
    Path ca = pilot.state().resolve(pilot.file().ca());
    try (InputStream certificate = Files.newInputStream(ca)) {
      X509Certificate trusted =
          (X509Certificate)
              CertificateFactory.getInstance("X.509").generateCertificate(certificate);
      return Identity.readPem(pilot.state().resolve(as.cert()), pilot.state().resolve(as.key()))
          .sslContext(trusted);
    }
  }

  private void requireSuccess() throws IOException {
    byte[] start = in.readNBytes(12);
    String line = new String(start, StandardCharsets.US_ASCII);
    if (!line.equals("HTTP/1.1 200")) {
      throw new AssertionError("answer: " + line + " (expected: HTTP/1.1 200)");
    }
  }

  /** Reads at least so many bytes. */
  long read(int bytes) throws IOException {
    return in.readNBytes(bytes).length;
  }

  /** Reads what still comes, until the connection ends. */
  long readToTheEnd(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        total += n;
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the connection was not ended", e);
    } catch (IOException e) {
      reset = true;
    }
    return total;
  }

  /** Whether the connection ended in good order. */
  boolean isComplete() {
    return !reset;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
