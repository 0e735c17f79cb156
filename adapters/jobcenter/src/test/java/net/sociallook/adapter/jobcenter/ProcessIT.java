package net.sociallook.adapter.jobcenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.sociallook.adapter.jobcenter.simulation.Fields;
import net.sociallook.adapter.jobcenter.simulation.Stock;
import net.sociallook.testbed.adapter.Answers;
import net.sociallook.testbed.adapter.ChildProcess;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The adapter as its operator starts it: a process of its own, with little memory. */
@Timeout(300)
class ProcessIT {
  private static final int MEGABYTE = 1024 * 1024;
  private static final Pattern READY = Pattern.compile("adapter adapter.properties on port (\\d+)");
  private static final long SIZE = 200L * MEGABYTE;

  @Test
  void muchMoreThanTheMemoryHoldsGoesThroughAHeapOfSixtyFourMegabytes() throws Exception {
    try (CaseSystem system = new CaseSystem();
        Surroundings around = new Surroundings(CaseSystem.INSTITUTION)) {
      String file = addLargeFile(system);
      String text = "x".repeat(8 * 1024);
      for (int i = 0; i < 10_000; i++) {
        system.addMessage(CaseSystem.JONAS, "05.06.1999", text);
      }
      try (ChildProcess adapter = start(system.configuration(around))) {
        int port = adapter.port(READY);
        around.link(port, Surroundings.JONAS, CaseSystem.JONAS);
        try (GatewayNode gateway = new GatewayNode(around, port)) {
          assertThat(messages(gateway)).isEqualTo(10_000);
          assertThat(gateway.receive(file, Surroundings.JONAS)).isEqualTo(SIZE);
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

  private static int messages(GatewayNode gateway) throws Exception {
    String search = "/fhir/Communication?sent=1999&_count=100&patient=" + Surroundings.JONAS;
    Set<String> seen = new HashSet<>();
    String page = "";
    do {
      String target = search + (page.isEmpty() ? "" : "&_page=" + page);
      HttpResponse<String> response =
          gateway.exchange(target, Surroundings.JONAS, BodyHandlers.ofString());
      JsonNode bundle = Answers.json(response);
      Answers.ids(bundle).forEach(id -> assertThat(seen.add(id)).isTrue());
      page = Answers.next(bundle);
    } while (!page.isEmpty());
    return seen.size();
  }

  /** Made of one megabyte, again and again, so that it takes no room. */
  private static String addLargeFile(CaseSystem system) {
    byte[] megabyte = new byte[MEGABYTE];
    ObjectNode row =
        Fields.of(
            "kdnr",
            CaseSystem.JONAS,
            "doktyp",
            "VEM",
            "status",
            "10",
            "datum",
            "05.06.1999",
            "titel",
            "Groß",
            "dateien",
            List.of(
                Fields.of("dateinr", "1", "typ", "XYZ", "name", "groß", "groesse", "209.715.200")));
    row.setAll(CaseSystem.common());
    long number = system.stock().add("dokumente", row);
    system
        .stock()
        .addFile(
            number,
            1,
            new Stock.StoredFile(
                SIZE,
                () ->
                    new SequenceInputStream(
                        Collections.enumeration(
                            Collections.nCopies(200, megabyte).stream()
                                .<InputStream>map(ByteArrayInputStream::new)
                                .toList()))));
    return "/fhir/Binary/dokument-" + number + "-1";
  }

  private static ChildProcess start(Path configuration) throws IOException {
    return ChildProcess.start(List.of("-Xmx64m"), JobcenterAdapter.class, configuration);
  }
}
