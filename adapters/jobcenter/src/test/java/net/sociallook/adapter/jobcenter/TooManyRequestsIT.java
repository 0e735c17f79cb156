package net.sociallook.adapter.jobcenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TooManyRequestsIT {
  private static final String SEARCH = "/fhir/Goal?patient=" + Surroundings.JONAS;

  @Test
  void systemThatAsksForFewerRequestsGetsNone() {
    try (RunningAdapter running = new RunningAdapter();
        GatewayNode gateway = running.gateway()) {
      assertThat(gateway.get(SEARCH, Surroundings.JONAS).statusCode()).isEqualTo(200);
      running.system.simulation.disturb(
          any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "60")));
      assertRefused(gateway.get(SEARCH, Surroundings.JONAS), 503, "system-unavailable");

      running.system.simulation.forget();

      assertRefused(gateway.get(SEARCH, Surroundings.JONAS), 503, "system-unavailable");
    }
  }

  @Test
  void askingGoesOnWhenTheTimeIsOver() {
    try (RunningAdapter running = new RunningAdapter();
        GatewayNode gateway = running.gateway()) {
      running.system.simulation.service().limit(0);
      assertRefused(gateway.get(SEARCH, Surroundings.JONAS), 503, "system-unavailable");
      running.system.simulation.service().limit(1000);

      long end = System.nanoTime() + 20_000_000_000L;
      int status = 503;
      while (status == 503 && System.nanoTime() < end) {
        status = gateway.get(SEARCH, Surroundings.JONAS).statusCode();
      }
      assertThat(status).isEqualTo(200);
    }
  }
}
