package net.sociallook.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sociallook.adapter.provider.simulation.Simulation;
import org.junit.jupiter.api.Test;

/** Simulation and adapter as they are started: processes of their own, with little memory. */
class ProcessIT {
  private static final Pattern READY =
      Pattern.compile("(?:adapter|simulation) (\\w+).properties on port (\\d+)");

  @Test
  void oneProcessServesSeveralInstitutions() throws Exception {
    try (Surroundings school = new Surroundings("vocational-school-nordhausen");
        Surroundings debts = new Surroundings("debt-counselling-nordhausen")) {
      Process systems =
          start(Simulation.class, school.simulation("goals"), debts.simulation("goals"));
      try {
        List<Integer> ports = ports(systems.inputReader(), 2);
        Process adapters =
            start(
                ProviderAdapter.class,
                school.adapter(url(ports.getFirst()), "goals"),
                debts.adapter(url(ports.getLast()), "goals"));
        try {
          assertAnswers(school, ports(adapters.inputReader(), 2).getFirst());
        } finally {
          end(adapters);
        }
      } finally {
        end(systems);
      }
    }
  }

  @Test
  void largeAnswersAtOnceFitIntoALittleMemory() throws Exception {
    try (Surroundings around = new Surroundings("job-coaching-harz");
        StubServer server = new StubServer()) {
      server.goals(StubServer.bundle("", StubServer.goals(1, 5_000)));
      Process process = start(ProviderAdapter.class, around.adapter(server.url(), "goals"));
      try {
        int port = ports(process.inputReader(), 1).getFirst();
        around.link(port, Surroundings.JONAS, "TN-1000");
        List<Integer> atOnce =
            IntStream.range(0, 4).parallel().mapToObj(n -> search(around, port)).toList();
        assertThat(atOnce).isSubsetOf(200, 412, 503);
        assertThat(
                Stream.generate(() -> search(around, port))
                    .limit(10)
                    .anyMatch(status -> status == 200))
            .isTrue();
      } finally {
        end(process);
      }
    }
  }

  @Test
  void wrongConfigurationIsSaidInOneLine() throws Exception {
    for (Class<?> main : List.of(ProviderAdapter.class, Simulation.class)) {
      Process process = start(main, Path.of("missing.properties"));

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(process.inputReader().lines().toList())
          .singleElement()
          .asString()
          .contains("missing.properties");
    }
  }

  @Test
  void healthNeedsNoSecretAndAllElseDoes() throws Exception {
    try (Surroundings around = new Surroundings("housing-help-nordhausen");
        Simulation simulation = Simulation.start(around.simulation("goals"))) {
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
      Path file = around.adapter(server.url(), "goals");
      try (ProviderAdapter well = ProviderAdapter.start(file)) {
        assertThat(status("http://127.0.0.1:" + well.healthPort() + "/health")).isEqualTo(200);
      }
      server.close();
      try (ProviderAdapter unwell = ProviderAdapter.start(file)) {
        assertThat(status("http://127.0.0.1:" + unwell.healthPort() + "/health")).isEqualTo(503);
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

  private static Process start(Class<?> main, Path... files) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    for (Path file : files) {
      command.add(file.toString());
    }
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private static List<Integer> ports(BufferedReader output, int count) throws IOException {
    List<Integer> ports = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    String line = output.readLine();
    while (line != null) {
      said.append(line).append('\n');
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        ports.add(Integer.valueOf(ready.group(2)));
      }
      if (ports.size() == count) {
        return ports;
      }
      line = output.readLine();
    }
    throw new AssertionError("did not start:\n" + said);
  }
}
