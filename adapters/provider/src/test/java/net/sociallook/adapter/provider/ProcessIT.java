package net.sociallook.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sociallook.adapter.provider.simulation.Simulation;
import net.sociallook.testbed.adapter.ChildProcess;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Health;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Simulation and adapter as they are started: processes of their own, with little memory. */
@Timeout(300)
class ProcessIT {
  private static final Pattern READY =
      Pattern.compile("(?:adapter|simulation) \\w+.properties on port (\\d+)");

  @Test
  void oneProcessServesSeveralInstitutions() throws Exception {
    try (Surroundings school = new Surroundings("vocational-school-nordhausen");
        Surroundings debts = new Surroundings("debt-counselling-nordhausen")) {
      try (ChildProcess systems =
          start(
              Simulation.class,
              Configurations.simulation(school, "goals"),
              Configurations.simulation(debts, "goals"))) {
        List<Integer> ports = systems.ports(READY, 2);
        try (ChildProcess adapters =
            start(
                ProviderAdapter.class,
                Configurations.adapter(school, url(ports.getFirst()), "goals"),
                Configurations.adapter(debts, url(ports.getLast()), "goals"))) {
          assertAnswers(school, adapters.ports(READY, 2).getFirst());
        }
      }
    }
  }

  @Test
  void largeAnswersAtOnceFitIntoALittleMemory() throws Exception {
    try (Surroundings around = new Surroundings("job-coaching-harz");
        StubServer server = new StubServer()) {
      server.goals(StubServer.bundle("", StubServer.goals(1, 5_000)));
      Path file = Configurations.adapter(around, server.url(), "goals");
      try (ChildProcess adapter = start(ProviderAdapter.class, file)) {
        int port = adapter.port(READY);
        around.link(port, Surroundings.JONAS, "TN-1000");
        List<Integer> atOnce =
            IntStream.range(0, 4).parallel().mapToObj(n -> search(around, port)).toList();
        assertThat(atOnce).isSubsetOf(200, 412, 503);
        assertThat(
                Stream.generate(() -> search(around, port))
                    .limit(10)
                    .anyMatch(status -> status == 200))
            .isTrue();
      }
    }
  }

  @Test
  void wrongConfigurationIsSaidInOneLine() throws Exception {
    for (Class<?> main : List.of(ProviderAdapter.class, Simulation.class)) {
      try (ChildProcess process = start(main, Path.of("missing.properties"))) {
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(process.lines()).singleElement().asString().contains("missing.properties");
      }
    }
  }

  @Test
  void healthNeedsNoSecretAndAllElseDoes() throws Exception {
    try (Surroundings around = new Surroundings("housing-help-nordhausen");
        Simulation simulation = Simulation.start(Configurations.simulation(around, "goals"))) {
      String base = "http://127.0.0.1:" + simulation.port();

      assertThat(status(base + "/health")).isEqualTo(200);
      for (String path : List.of("/fhir/metadata", "/fhir/Goal", "/fhir/Patient/1000", "/")) {
        assertThat(status(base + path)).isEqualTo(401);
      }
    }
  }

  @Test
  void systemThatRefusesOrIsAwayMakesTheAdapterUnwell() throws Exception {
    try (Surroundings around = new Surroundings("housing-help-nordhausen");
        StubServer server = new StubServer()) {
      Path file = Configurations.adapter(around, server.url(), "goals");
      try (ProviderAdapter well = ProviderAdapter.start(file)) {
        assertThat(Health.of(well.healthPort())).isEqualTo(200);
      }
      server.close();
      try (ProviderAdapter unwell = ProviderAdapter.start(file)) {
        assertThat(Health.of(unwell.healthPort())).isEqualTo(503);
      }
    }
  }

  private static void assertAnswers(Surroundings school, int port) {
    school.link(port, Surroundings.JONAS, "TN-0042");
    try (GatewayNode gateway = new GatewayNode(school, port)) {
      HttpResponse<String> goals =
          gateway.get("/fhir/Goal?patient=" + Surroundings.JONAS, Surroundings.JONAS);
      assertThat(goals.statusCode()).as(goals.body()).isEqualTo(200);
      assertThat(goals.body()).contains("\"103\"");
    }
  }

  private static int search(Surroundings around, int port) {
    try (GatewayNode gateway = new GatewayNode(around, port)) {
      return gateway
          .get("/fhir/Goal?patient=" + Surroundings.JONAS, Surroundings.JONAS)
          .statusCode();
    }
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port + "/fhir";
  }

  private static int status(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static ChildProcess start(Class<?> main, Path... files) throws IOException {
    return ChildProcess.start(List.of("-Xmx96m", "-XX:+UseSerialGC"), main, files);
  }
}
