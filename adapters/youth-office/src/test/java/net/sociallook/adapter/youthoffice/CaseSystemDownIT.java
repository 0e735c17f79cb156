package net.sociallook.adapter.youthoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import net.sociallook.testbed.OpenApiContract;
import org.junit.jupiter.api.Test;

/** The existing system is away. */
class CaseSystemDownIT {
  @Test
  void adapterSaysSoAndNothingElse() throws Exception {
    try (RunningAdapter running = new RunningAdapter();
        GatewayNode gateway = running.gateway()) {
      assertThat(health(running).statusCode()).isEqualTo(200);
      running.system.kill();

      HttpResponse<String> search =
          gateway.get("/fhir/DocumentReference?patient=" + Surroundings.JONAS, Surroundings.JONAS);
      HttpResponse<String> bytes = gateway.get("/fhir/Binary/akte-1-1-1", Surroundings.JONAS);

      assertThat(search.statusCode()).isEqualTo(503);
      assertThat(search.body()).contains("system-unavailable").doesNotContain("xception");
      assertThat(bytes.statusCode()).isEqualTo(503);
      assertThat(health(running).statusCode()).isEqualTo(503);
    }
  }

  private static HttpResponse<String> health(RunningAdapter running) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + running.adapter.healthPort() + "/health");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      OpenApiContract.of("adapter.yaml")
          .check("GET", "/health", response.statusCode(), "application/json", response.body());
      return response;
    }
  }
}
