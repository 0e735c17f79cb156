package net.sociallook.adapter.youthoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import net.sociallook.testbed.adapter.ChildProcess;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The adapter as its operator starts it: a process of its own, with little memory. */
@Timeout(300)
class ProcessIT {
  private static final long SIZE = 200L * 1024 * 1024;
  private static final Pattern READY = Pattern.compile("adapter adapter.properties on port (\\d+)");

  @Test
  void twoHundredMegabytesStreamThroughAHeapOfSixtyFour() throws Exception {
    try (CaseSystem system = new CaseSystem();
        Surroundings around = new Surroundings(CaseSystem.INSTITUTION)) {
      addLargeDocument(system);
      try (ChildProcess adapter = start(system.configuration(around))) {
        int port = adapter.port(READY);
        around.link(port, Surroundings.JONAS, "4711");
        try (GatewayNode gateway = new GatewayNode(around, port)) {
          assertThat(gateway.receive("/fhir/Binary/akte-1-400-1", Surroundings.JONAS))
              .isEqualTo(SIZE);
        }
      }
    }
  }

  @Test
  void wrongConfigurationIsSaidInOneLine() throws Exception {
    try (ChildProcess adapter = start(Path.of("missing.properties"))) {
      assertThat(adapter.exitValue()).isEqualTo(1);
      assertThat(adapter.lines()).singleElement().asString().contains("missing.properties");
    }
  }

  /** Sparse, so that it takes no room. */
  private static void addLargeDocument(CaseSystem system) throws IOException {
    system.addDocument(1, 400, "2026-01-01");
    Path file = system.files().resolve("400.txt");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(SIZE);
    }
  }

  private static ChildProcess start(Path configuration) throws IOException {
    return ChildProcess.start(List.of("-Xmx64m"), YouthOfficeAdapter.class, configuration);
  }
}
