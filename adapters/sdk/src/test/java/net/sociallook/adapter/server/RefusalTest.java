package net.sociallook.adapter.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.sociallook.testbed.OpenApiContract;
import org.junit.jupiter.api.Test;

class RefusalTest {
  @Test
  void contractListsTheSameCodes() {
    List<String> listed =
        OpenApiContract.of("adapter.yaml")
            .document()
            .at("/components/schemas/RefusalCode/enum")
            .valueStream()
            .map(code -> code.asString())
            .toList();

    assertThat(Arrays.stream(Refusal.values()).map(Refusal::code))
        .containsExactlyElementsOf(listed);
  }

  @Test
  void everyOutcomeIsAsTheContractSays() {
    OpenApiContract contract = OpenApiContract.of("adapter.yaml");
    for (Refusal refusal : Refusal.values()) {
      contract.check(
          "GET", "/fhir/metadata", refusal.status(), Outcome.MEDIA_TYPE, Outcome.json(refusal));
    }
  }
}
