package net.sociallook.gateway.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One case of {@code consent/scenarios}, with the defaults of its file; the format stands there.
 */
record Scenario(String name, JsonNode given, JsonNode request, Instant now, Expected expected) {

  /** What is to come of it. */
  record Expected(JsonNode then, List<JsonNode> returns) {
    boolean isPermit() {
      return then.has("permit");
    }
  }

  static List<Scenario> corpus() {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
          .flatMap(Scenario::in)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    Path module = Path.of("../consent/scenarios");
    return Files.exists(module) ? module : Path.of("consent/scenarios");
  }

  private static Stream<Scenario> in(Path file) {
    JsonNode defaults = YAMLMapper.shared().readTree(file.toFile());
    return defaults.get("cases").valueStream().map(one -> read(defaults, one));
  }

  private static Scenario read(JsonNode defaults, JsonNode one) {
    return new Scenario(
        defaults.get("title").asString() + ": " + one.get("name").asString(),
        merged(defaults, one, "given"),
        merged(defaults, one, "request"),
        Instant.parse((one.has("now") ? one : defaults).get("now").asString()),
        new Expected(one.get("then"), one.path("returns").valueStream().toList()));
  }

  private static ObjectNode merged(JsonNode defaults, JsonNode one, String member) {
    ObjectNode merged = (ObjectNode) defaults.get(member).deepCopy();
    one.path(member).properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
    return merged;
  }

  String asked(String member) {
    return request.get(member).asString();
  }

  boolean isByInstitution() {
    return asked("by").equals("institution");
  }

  /** The grant that a token of the asking institution is made from, in its newest version. */
  Optional<JsonNode> grant() {
    return given
        .get("grants")
        .valueStream()
        .filter(grant ->
            grant.get("client").asString().equals(asked("client"))
                && grant.get("recipient").asString().equals(asked("recipient")))
        .max((one, other) -> Integer.compare(version(one), version(other)));
  }

  static int version(JsonNode grant) {
    return grant.get("version").asInt();
  }

  /**
   * What a token can be made of: the provisions for the holder that is asked, or, where there are
   * none, those for another one.
   */
  List<JsonNode> tokenProvisions() {
    List<JsonNode> all =
        grant().stream()
            .flatMap(grant -> grant.get("provisions").valueStream())
            .filter(provision -> !provision.get("permission").asString().equals("statistics"))
            .toList();
    List<JsonNode> here = all.stream().filter(this::isForHolder).toList();
    return here.isEmpty()
        ? all.stream()
            .filter(one -> one.get("holder").equals(all.getFirst().get("holder")))
            .toList()
        : here;
  }

  private boolean isForHolder(JsonNode provision) {
    return provision.get("holder").asString().equals(asked("holder"));
  }

  @Override
  public String toString() {
    return name;
  }
}
