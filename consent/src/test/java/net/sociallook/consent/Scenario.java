package net.sociallook.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One case of the corpus in {@code consent/scenarios}, in domain values. The format is described
 * there.
 */
record Scenario(String name, Given given, JsonNode then, List<JsonNode> returns) {
  private static final Path FOLDER = Path.of("scenarios");

  record Given(AccessRequest request, Consents consents, Instant now) {}

  static Stream<Scenario> corpus() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
          .flatMap(Scenario::in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Scenario> in(Path file) {
    JsonNode defaults = YAMLMapper.shared().readTree(file.toFile());
    return defaults.get("cases").valueStream().map(one -> read(defaults, one));
  }

  private static Scenario read(JsonNode defaults, JsonNode one) {
    ObjectNode given = merged(defaults, one, "given");
    ObjectNode request = merged(defaults, one, "request");
    Instant now = Instant.parse((one.has("now") ? one : defaults).get("now").asString());
    String name = defaults.get("title").asString() + ": " + one.get("name").asString();
    Given read = new Given(ScenarioReader.request(request), ScenarioReader.consents(given), now);
    return new Scenario(name, read, one.get("then"), one.path("returns").valueStream().toList());
  }

  private static ObjectNode merged(JsonNode defaults, JsonNode one, String member) {
    ObjectNode merged = (ObjectNode) defaults.get(member).deepCopy();
    one.path(member).properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
    return merged;
  }

  @Override
  public String toString() {
    return name;
  }
}
