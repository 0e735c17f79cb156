package net.sociallook.gateway.upstream;

import static net.sociallook.gateway.upstream.Calls.ADMITTED;
import static net.sociallook.gateway.upstream.Calls.HOLDER;
import static net.sociallook.gateway.upstream.Calls.client;
import static net.sociallook.gateway.upstream.Calls.errorOf;
import static net.sociallook.gateway.upstream.Calls.read;
import static net.sociallook.gateway.upstream.Calls.request;
import static net.sociallook.gateway.upstream.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLServerSocket;
import net.sociallook.gateway.lease.Clocks;
import net.sociallook.gateway.tls.TestTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is not chunked as it says is never taken for a whole one. */
class BadChunksIT {
  private static final String HEAD =
      """
      HTTP/1.1 200 OK\r
      Content-Type: application/fhir+json\r
      Transfer-Encoding: chunked\r
      SocialLook-Boot: 0d6f6c1e-54e8-4c5b-9f59-0a7d0f2f3b11\r
      SocialLook-Monotonic: 1\r
      \r
      """;

  @TempDir static Path directory;
  private static TestTls tls;

  private SSLServerSocket holder;
  private ReactorHolderClient client;
  private volatile String body = "";

  @BeforeAll
  static void issueCertificates() {
    tls = new TestTls(directory);
  }

  @BeforeEach
  void start() throws IOException {
    var identity = tls.authority().issue("adapter:" + HOLDER, "localhost", "127.0.0.1");
    holder =
        (SSLServerSocket)
            identity
                .sslContext(tls.authority())
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    client = client(tls, Clocks.system());
    Thread.startVirtualThread(this::serve);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    holder.close();
  }

  private void serve() {
    while (!holder.isClosed()) {
      try (Socket caller = holder.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
          line = in.readLine();
        }
        caller.getOutputStream().write((HEAD + body).getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
      } catch (IOException e) {
        // the node hung up, or the test is over
      }
    }
  }

  @Test
  void rightChunksAreRead() {
    body = "2\r\n{}\r\n1\r\n \r\n0\r\n\r\n";

    assertThat(text(client.send(request(base()), ADMITTED))).isEqualTo("{} ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ZZ\r\n{}\r\n0\r\n\r\n",
        "-2\r\n{}\r\n0\r\n\r\n",
        "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
        "2\r\n{}",
        "2\r\n{}\r\n",
        "100\r\n{}\r\n0\r\n\r\n",
        "1\r\n{}\r\n0\r\n\r\n",
        "\r\n{}\r\n0\r\n\r\n",
        "{}"
      })
  void wrongChunksAreAFailure(String wrong) {
    body = wrong;

    assertThat(errorOf(read(client.send(request(base()), ADMITTED))))
        .isInstanceOfSatisfying(
            HolderFailure.class,
            failure ->
                assertThat(failure.kind())
                    .isIn(HolderFailure.Kind.ODD_ANSWER, HolderFailure.Kind.UNREACHABLE));
  }

  private URI base() {
    return URI.create("https://localhost:" + holder.getLocalPort());
  }
}
