package net.sociallook.adapter.assertion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class HttpsKeySourceTest {
  @Test
  void whereNobodyListensThatAndTheAddressAreSaid() throws Exception {
    int port = freed();
    URI address = URI.create("https://localhost:" + port + "/.well-known/gateway-jwks.json");
    try (HttpsKeySource source = new HttpsKeySource(address, SSLContext.getDefault())) {
      assertThatThrownBy(source::fetch)
          .isInstanceOf(IOException.class)
          .hasMessage("localhost:" + port + ": no connection");
    }
  }

  private static int freed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
