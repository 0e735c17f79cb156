package net.sociallook.adapter.jobcenter;

import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.Test;

/** The existing system is away. */
class SystemDownIT {
  private static final String SEARCH = "/fhir/Goal?patient=" + Surroundings.JONAS;

  @Test
  void adapterSaysSoAndNothingElse() {
    try (RunningAdapter running = new RunningAdapter();
        GatewayNode gateway = running.gateway()) {
      assertThat(gateway.get(SEARCH, Surroundings.JONAS).statusCode()).isEqualTo(200);
      running.system.close();

      assertRefused(gateway.get(SEARCH, Surroundings.JONAS), 503, "system-unavailable");
      assertRefused(
          gateway.get("/fhir/Patient/" + Surroundings.JONAS, Surroundings.JONAS),
          503,
          "system-unavailable");
      assertRefused(
          gateway.get("/fhir/Binary/dokument-1-1", Surroundings.JONAS), 503, "system-unavailable");
    }
  }
}
