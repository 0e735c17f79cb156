package net.sociallook.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.sociallook.testbed.OpenApiContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProblemTest {

  @Test
  void contractNamesEveryProblemAndNoOther() {
    JsonNode types =
        OpenApiContract.of("consent-registry.yaml")
            .document()
            .at("/components/schemas/Problem/properties/type/enum");
    List<String> inContract = types.valueStream().map(JsonNode::asString).toList();
    assertThat(inContract)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Problem.values())
                .map(problem -> "https://sociallook.net/problems/" + problem.code())
                .toList());
  }

  @Test
  void everyProblemIsAnError() {
    assertThat(Problem.values()).allMatch(problem -> problem.status().isError());
  }
}
