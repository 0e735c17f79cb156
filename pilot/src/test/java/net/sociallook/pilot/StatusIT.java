package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedPilot.class)
class StatusIT {
  /** Of docs/performance.md. */
  private static final int MOST_MEGABYTES = 2500;

  private final PilotProcess pilot;

  StatusIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @Test
  void allProcessesAreReadyAndTogetherSmallEnough() {
    JsonNode status = pilot.run("status", "--json").orFail().json();
    List<String> names =
        status.path("processes").values().stream()
            .map(process -> process.path("name").asString())
            .toList();
    assertEquals(
        List.of(
            "adapter-jobcenter",
            "adapter-provider",
            "adapter-youth-office",
            "gw-1",
            "pilot",
            "postgres",
            "registry",
            "system-jobcenter",
            "system-provider"),
        names);
    long megabytes = status.path("megabytes").asLong();
    assertTrue(megabytes > 100 && megabytes < MOST_MEGABYTES, megabytes + " MB");
  }
}
