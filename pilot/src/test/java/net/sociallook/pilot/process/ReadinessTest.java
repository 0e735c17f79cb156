package net.sociallook.pilot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who comes on is waited for, who does nothing is not. */
@Timeout(120)
class ReadinessTest {
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Duration LATE = Duration.ofSeconds(12);
  private static final Duration NEVER = Duration.ofSeconds(90);
  private static final String WORKS = "while :; do echo works; sleep 0.2; done";
  private static final String SLEEPS = "exec sleep 60";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int readyAfter = Integer.MAX_VALUE;
  private HttpServer server;
  @TempDir private Path folder;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/health",
        exchange -> {
          boolean ready = asked.incrementAndGet() > readyAfter;
          exchange.sendResponseHeaders(ready ? 200 : 503, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void partThatComesOnIsWaitedForAndSpokenOf() {
    readyAfter = 20;
    start(WORKS, new Readiness.Patience(SOON, NEVER, Duration.ofMillis(500)));
    assertTrue(asked.get() > 20, "asked: " + asked);
    assertTrue(said().contains("part is still starting"), said());
  }

  @Test
  void partThatDoesNothingIsGivenUp() {
    assertEnds("did nothing for 3 s", SLEEPS, new Readiness.Patience(SOON, NEVER, NEVER));
  }

  @Test
  void partThatWorksForEverIsGivenUpLater() {
    assertEnds("was not ready after 12 s", WORKS, new Readiness.Patience(SOON, LATE, NEVER));
    assertEquals("", said());
  }

  @Test
  void partThatEndsIsToldAtOnceWithTheEndOfItsLog() {
    String message =
        assertEnds(
            "ended while it started",
            "echo port in use",
            new Readiness.Patience(NEVER, NEVER, NEVER));
    assertTrue(message.contains("port in use"), message);
  }

  private String assertEnds(String reason, String script, Readiness.Patience patience) {
    String message = assertThrows(StartFailed.class, () -> start(script, patience)).getMessage();
    assertTrue(message.contains(reason), message);
    return message;
  }

  private void start(String script, Readiness.Patience patience) {
    URI health = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health");
    Program program =
        new Program(
            "part",
            List.of("sh", "-c", script),
            folder.resolve("part.log"),
            new Listening(List.of(), List.of(health)));
    Console quiet = new Console(new PrintStream(OutputStream.nullOutputStream()));
    try (Supervision part = Supervision.begin(new JavaPart(program), folder, quiet)) {
      new Readiness(console, patience).await(part, program);
    }
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
