package net.sociallook.registry.token;

import static net.sociallook.consent.Permission.STATISTICS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.consent.Block;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceId;
import net.sociallook.registry.grant.SignedEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sizes that {@code docs/protocol.md} section 6 names. */
class TokenSizeTest {

  @ParameterizedTest
  @CsvSource({"1, 3550", "2, 3800", "4, 4450", "8, 5500", "9, 5800"})
  void tokenIsNotLongerThanTheProtocolPageSays(int provisions, int bytes) {
    ConsentToken token = TokenSample.token(List.of(), first(provisions));

    assertThat(TokenSample.signed(token).length()).isLessThanOrEqualTo(bytes);
  }

  @Test
  void allThatCanBeGrantedAtOneHolderFitsIntoOneToken() {
    Provision[] all =
        Arrays.stream(Permission.values())
            .filter(permission -> permission != STATISTICS)
            .map(TokenSample::provision)
            .toArray(Provision[]::new);

    String token = TokenSample.signed(TokenSample.token(List.of(), all));

    assertThat(all).hasSize(9);
    assertThat(TokenContract.check(token, TokenSample.READER).claims().get("authorization_details"))
        .hasSize(9);
  }

  @Test
  void eightProvisionsFitBesideFiveBlockedDocuments() {
    List<Block> blocks =
        Stream.of("a1f0", "b2e1", "c3d2", "d4c3", "e5b4")
            .<Block>map(name ->
                new Block.Document(
                    TokenSample.YOUTH_OFFICE,
                    new ResourceId(name + "6c1e-54e8-4c5b-9f59-0a7d0f2f3b11")))
            .toList();

    String token = TokenSample.signed(TokenSample.token(blocks, first(8)));

    assertThat(token.length()).isLessThanOrEqualTo(TokenSigner.MOST_BYTES);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 4000", "4, 1, 4900", "8, 1, 5950", "7, 2, 6100", "5, 3, 6050"})
  void chainIsNotLongerThanTheProtocolPageSays(int provisions, int steps, int bytes) {
    SignedEvidence evidence = EvidenceSample.of(List.of(first(provisions)), steps);

    assertThat(TokenSample.signed(TokenSample.token(evidence, first(provisions))).length())
        .isLessThanOrEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"1, false, 4000", "8, false, 5950", "1, true, 4500", "5, true, 5600"})
  void recoveryIsNotLongerThanTheProtocolPageSays(int provisions, boolean byTwo, int bytes) {
    String[] institutions =
        byTwo
            ? new String[] {"school-nordhausen", "jobcenter-nordhausen"}
            : new String[] {"school-nordhausen"};
    SignedEvidence evidence = EvidenceSample.recovered(List.of(first(provisions)), institutions);

    assertThat(TokenSample.signed(TokenSample.token(evidence, first(provisions))).length())
        .isLessThanOrEqualTo(bytes);
  }

  private static Provision[] first(int count) {
    return Arrays.stream(Permission.values())
        .limit(count)
        .map(TokenSample::provision)
        .toArray(Provision[]::new);
  }
}
