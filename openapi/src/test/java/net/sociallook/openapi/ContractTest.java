package net.sociallook.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sociallook.openapi.Contract.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contracts say of each operation what a reader needs, and their examples are right. */
class ContractTest {
  private static final String ADDRESS = "https://sociallook.net/openapi/tested";

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "consent-registry", "adapter"})
  void everyOperationHasANameAndASentence(String name) throws IOException {
    List<String> gaps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Operation one : offered(name)) {
      boolean named = one.id().matches("[a-z][A-Za-z]+") && ids.add(one.id());
      if (!named || one.node().path("summary").asString("").isBlank()) {
        gaps.add(one.method() + " " + one.path());
      }
    }
    assertEquals(List.of(), gaps);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "consent-registry", "adapter"})
  void everyOperationHasItsRefusals(String name) throws IOException {
    List<String> gaps =
        offered(name).stream()
            .filter(one ->
                one.node().get("responses").propertyNames().stream()
                    .noneMatch(status -> status.matches("4..|5..|default")))
            .map(one -> one.method() + " " + one.path())
            .toList();
    assertEquals(List.of(), gaps);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "consent-registry", "adapter"})
  void everyTagIsDescribedAndGivenToAllOrNone(String name) throws IOException {
    Contract contract = contract(name);
    List<String> described =
        contract
            .document()
            .path("tags")
            .valueStream()
            .map(tag -> tag.get("name").asString())
            .toList();
    List<String> gaps =
        offered(name).stream()
            .filter(one -> !described.isEmpty() && !described.contains(one.tag()))
            .map(one -> one.method() + " " + one.path())
            .toList();
    assertEquals(List.of(), gaps);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "consent-registry", "adapter"})
  void everyExampleIsAsItsSchemaSays(String name) throws IOException {
    Contract contract = contract(name);
    SchemaRegistry schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    Map.of(ADDRESS, JsonMapper.shared().writeValueAsString(contract.document()))));
    List<String> gaps = new ArrayList<>();
    int[] checked = {0};
    medias("", contract.document())
        .forEach((pointer, media) -> {
          checked[0]++;
          String example = Example.text(new Example(contract).ofMedia(media));
          var errors =
              schemas
                  .getSchema(SchemaLocation.of(ADDRESS + "#" + pointer + "/schema"))
                  .validate(example, InputFormat.JSON);
          if (!errors.isEmpty()) {
            gaps.add(pointer + ": " + errors);
          }
        });
    assertTrue(checked[0] > 5, "examples: " + checked[0]);
    assertEquals(List.of(), gaps, String.join("\n", gaps));
  }

  /** Every message of JSON or a form, by its JSON pointer. */
  private static Map<String, JsonNode> medias(String at, JsonNode node) {
    Map<String, JsonNode> found = new java.util.TreeMap<>();
    for (Map.Entry<String, JsonNode> one : node.properties()) {
      String pointer = at + "/" + one.getKey().replace("~", "~0").replace("/", "~1");
      boolean message =
          at.endsWith("/content")
              && (one.getKey().endsWith("json") || one.getKey().endsWith("urlencoded"));
      if (message && one.getValue().has("schema")) {
        found.put(pointer, one.getValue());
      } else {
        found.putAll(medias(pointer, one.getValue()));
      }
    }
    return found;
  }

  private static List<Operation> offered(String name) throws IOException {
    return contract(name).operations().stream().filter(one -> !one.isRefused()).toList();
  }

  private static Contract contract(String name) throws IOException {
    return Contract.read(Path.of(name + ".yaml"));
  }
}
