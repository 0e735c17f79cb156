package net.sociallook.adapter.youthoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The adapter as its operator starts it: a process of its own, with little memory. */
class ProcessIT {
  private static final long SIZE = 200L * 1024 * 1024;
  private static final Pattern READY = Pattern.compile("adapter adapter.properties on port (\\d+)");

  @Test
  void twoHundredMegabytesStreamThroughAHeapOfSixtyFour() throws Exception {
    try (CaseSystem system = new CaseSystem();
        Surroundings around = new Surroundings()) {
      addLargeDocument(system);
      Process process = start(around.configuration(system));
      try {
        assertThat(received(around, port(process.inputReader()))).isEqualTo(SIZE);
      } finally {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void wrongConfigurationIsSaidInOneLine() throws Exception {
    Process process = start(Path.of("missing.properties"));

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(process.inputReader().lines().toList())
        .singleElement()
        .asString()
        .contains("missing.properties");
  }

  /** Sparse, so that it takes no room. */
  private static void addLargeDocument(CaseSystem system) throws IOException {
    system.addDocument(1, 400, "2026-01-01");
    Path file = system.files().resolve("400.txt");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(SIZE);
    }
  }

  private static long received(Surroundings around, int port) throws IOException {
    try (GatewayNode gateway = new GatewayNode(around, port)) {
      link(around, port);
      String target = "/fhir/Binary/akte-1-400-1";
      HttpResponse<InputStream> response =
          gateway.exchange(target, Surroundings.JONAS, BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      long received = 0;
      byte[] buffer = new byte[65_536];
      try (InputStream body = response.body()) {
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
          received += read;
        }
      }
      return received;
    }
  }

  private static void link(Surroundings around, int port) {
    try (Caller institution =
        new Caller(
            around
                .authority
                .issue("institution:" + Surroundings.INSTITUTION)
                .sslContext(around.authority),
            port)) {
      institution.send(
          institution
              .to("/links/" + Surroundings.JONAS)
              .header("Content-Type", "application/json")
              .PUT(BodyPublishers.ofString("{\"localId\":\"4711\"}")));
    }
  }

  private static Process start(Path configuration) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                YouthOfficeAdapter.class.getName(),
                configuration.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static int port(BufferedReader output) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return Integer.parseInt(ready.group(1));
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("adapter did not start:\n" + said);
  }
}
