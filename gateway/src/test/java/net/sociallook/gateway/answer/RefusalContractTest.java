package net.sociallook.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.sociallook.consent.Reason;
import net.sociallook.gateway.token.TokenFault;
import net.sociallook.testbed.OpenApiContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The codes in the code and those in the contract are the same. */
class RefusalContractTest {
  private static final OpenApiContract CONTRACT = OpenApiContract.of("gateway.yaml");
  private static final List<Integer> STATUSES =
      List.of(400, 401, 403, 404, 405, 406, 413, 415, 429, 431, 502, 503, 504);

  @Test
  void contractListsTheRefusals() {
    assertThat(codes("/components/schemas/Refusal/enum"))
        .containsExactlyElementsOf(Arrays.stream(Refusal.values()).map(Refusal::code).toList());
  }

  @Test
  void contractListsThePolicysReasons() {
    assertThat(codes("/components/schemas/LedgerReason/anyOf/1/enum"))
        .containsExactlyElementsOf(Arrays.stream(Reason.values()).map(Reason::code).toList());
  }

  @Test
  void contractListsTheFaultsOfTokens() {
    assertThat(codes("/components/schemas/LedgerReason/anyOf/2/enum"))
        .containsExactlyElementsOf(
            Arrays.stream(TokenFault.values()).map(TokenFault::code).toList());
  }

  @Test
  void noCodeMeansTwoThings() {
    List<String> all =
        Stream.of(
                Arrays.stream(Refusal.values()).map(Refusal::code),
                Arrays.stream(Reason.values()).map(Reason::code),
                Arrays.stream(TokenFault.values()).map(TokenFault::code))
            .flatMap(codes -> codes)
            .toList();

    assertThat(all).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void everyStatusOfTheDesignHasARefusalAndNoOther() {
    assertThat(Arrays.stream(Refusal.values()).map(Refusal::status).distinct())
        .containsExactlyInAnyOrderElementsOf(STATUSES);
  }

  @ParameterizedTest
  @EnumSource
  void bodyIsAsTheContractSays(Refusal refusal) {
    CONTRACT.check(
        "GET",
        "/fhir/youth-office-nordhausen/DocumentReference",
        refusal.status(),
        "application/fhir+json",
        new String(Outcomes.body(refusal), java.nio.charset.StandardCharsets.UTF_8));
  }

  private static List<String> codes(String pointer) {
    JsonNode list = CONTRACT.document().at(pointer);
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }
}
