package net.sociallook.adapter.jobcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PatientStreamTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  @Test
  void readThatWaitsTooLongFails() throws Exception {
    try (InputStream bytes = new PatientStream(answer("Content-Length: 9", "halb"), PATIENCE)) {
      assertThat(bytes.readNBytes(4)).asString().isEqualTo("halb");
      assertThatThrownBy(bytes::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void wholeFileIsRead() throws Exception {
    try (InputStream bytes = new PatientStream(answer("Content-Length: 4", "ganz"), PATIENCE)) {
      assertThat(bytes.readAllBytes()).asString().isEqualTo("ganz");
    }
  }

  /** What a server sends that says this and then nothing more, without hanging up. */
  private static InputStream answer(String header, String body) throws Exception {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    CompletableFuture<Socket> unused =
        CompletableFuture.supplyAsync(() -> {
          try {
            Socket socket = server.accept();
            String text = "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return socket;
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).version(HttpClient.Version.HTTP_1_1).build(),
            BodyHandlers.ofInputStream())
        .body();
  }
}
