package net.sociallook.adapter.youthoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Health;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.Test;

/** The existing system is away. */
class CaseSystemDownIT {
  @Test
  void adapterSaysSoAndNothingElse() {
    try (RunningAdapter running = new RunningAdapter();
        GatewayNode gateway = running.gateway()) {
      assertThat(Health.of(running.adapter.healthPort())).isEqualTo(200);
      running.system.kill();

      HttpResponse<String> search =
          gateway.get("/fhir/DocumentReference?patient=" + Surroundings.JONAS, Surroundings.JONAS);
      HttpResponse<String> bytes = gateway.get("/fhir/Binary/akte-1-1-1", Surroundings.JONAS);

      assertThat(search.statusCode()).isEqualTo(503);
      assertThat(search.body()).contains("system-unavailable").doesNotContain("xception");
      assertThat(bytes.statusCode()).isEqualTo(503);
      assertThat(Health.of(running.adapter.healthPort())).isEqualTo(503);
    }
  }
}
