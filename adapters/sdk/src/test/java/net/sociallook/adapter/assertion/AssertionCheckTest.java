package net.sociallook.adapter.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.testbed.adapter.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionCheckTest {
  private final TwoClocks clocks = new TwoClocks();
  private final OwnTime time = new OwnTime(clocks::nanos, clocks::wallMillis);
  private final SignedRequests requests = new SignedRequests();
  private final AssertionCheck check =
      new AssertionCheck("youth-office-nordhausen", SignedRequests.KEYS, (StampJudge) time);

  @Test
  void goodAssertionIsAdmittedOnce() {
    ReceivedRequest request = requests.with(stamp());

    assertThat(check.check(request)).isInstanceOf(Admission.Admitted.class);
    assertThat(check.check(request)).isEqualTo(refused(Refusal.ASSERTION_REPLAYED));
  }

  @Test
  void replayAfterTheMemoryHasFadedIsRefusedByItsStamp() {
    ReceivedRequest request = requests.with(stamp());
    assertThat(check.check(request)).isInstanceOf(Admission.Admitted.class);

    for (int i = 0; i < 10; i++) {
      clocks.pass(300);
      check.check(requests.with(stamp()));
      assertThat(check.check(request)).isInstanceOf(Admission.Refused.class);
    }
  }

  @Test
  void caseworkerIsLeftOutWhenTheClientAsks() {
    Statement statement = requests.statement(stamp()).without("caseworker");

    assertThat(check.check(requests.signed(statement))).isInstanceOf(Admission.Admitted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iss",
        "aud",
        "iat",
        "jti",
        "ledger",
        "method",
        "uri_hash",
        "body_hash",
        "patient",
        "recipient",
        "purpose",
        "stamp"
      })
  void everyOtherClaimIsNeeded(String claim) {
    Statement statement = requests.statement(stamp()).without(claim);

    assertThat(check.check(requests.signed(statement)))
        .isEqualTo(refused(Refusal.ASSERTION_MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iat", "jti", "patient", "stamp", "aud"})
  void claimOfAnotherKindIsRefused(String claim) {
    for (Object odd : List.of(List.of("x"), Map.of("until", 1), 1.5, true, "")) {
      Statement statement = requests.statement(stamp()).with(claim, odd);

      assertThat(check.check(requests.signed(statement))).isInstanceOf(Admission.Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"typ\":\"sociallook-assertion+jwt\",\"kid\":\"gw-1-key\"}",
        "{\"alg\":\"HS256\",\"typ\":\"sociallook-assertion+jwt\",\"kid\":\"gw-1-key\"}",
        "{\"alg\":\"ES384\",\"typ\":\"sociallook-assertion+jwt\",\"kid\":\"gw-1-key\"}",
        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"gw-1-key\"}",
        "{\"alg\":\"ES256\",\"kid\":\"gw-1-key\"}",
        "{\"alg\":\"ES256\",\"typ\":\"sociallook-assertion+jwt\"}",
        "{\"alg\":\"ES256\",\"typ\":\"sociallook-assertion+jwt\",\"kid\":\"gw-1-key\",\"jku\":\"https://x\"}",
        "{\"alg\":\"ES256\",\"typ\":\"sociallook-assertion+jwt\",\"kid\":\"gw-1-key\",\"crit\":[\"b64\"],\"b64\":false}",
        "{}"
      })
  void otherHeadersAreRefusedBeforeAnyKeyIsLookedUp(String header) {
    String[] parts = requests.with(stamp()).assertion().orElseThrow().split("\\.");
    String forged = Base64URL.encode(header) + "." + parts[1] + "." + parts[2];
    AssertionCheck withoutKeys =
        new AssertionCheck(
            "youth-office-nordhausen",
            id -> {
              throw new AssertionError("asked for a key");
            },
            (StampJudge) time);

    assertThat(withoutKeys.check(request(forged))).isEqualTo(refused(Refusal.ASSERTION_MALFORMED));
  }

  @Test
  void changedClaimsAreRefused() {
    String[] parts = requests.with(stamp()).assertion().orElseThrow().split("\\.");
    String other = requests.with(stamp()).assertion().orElseThrow().split("\\.")[1];

    assertThat(check.check(request(parts[0] + "." + other + "." + parts[2])))
        .isEqualTo(refused(Refusal.ASSERTION_SIGNATURE));
    assertThat(check.check(request(parts[0] + "." + parts[1] + "." + "A".repeat(86))))
        .isEqualTo(refused(Refusal.ASSERTION_SIGNATURE));
    assertThat(check.check(request("x".repeat(5000))))
        .isEqualTo(refused(Refusal.ASSERTION_MALFORMED));
  }

  @Test
  void withoutKeysNothingIsAdmitted() {
    AssertionCheck cutOff =
        new AssertionCheck(
            "youth-office-nordhausen",
            id -> {
              throw new UncheckedIOException(new IOException("away"));
            },
            (StampJudge) time);

    assertThat(cutOff.check(requests.with(stamp()))).isEqualTo(refused(Refusal.KEYS_UNAVAILABLE));
  }

  @Test
  void memoryIsBoundedAndFullMeansRefused() {
    SpentAssertions spent = new SpentAssertions(2);

    assertThat(spent.spend("a", 1000, 0)).isEmpty();
    assertThat(spent.spend("b", 1000, 0)).isEmpty();
    assertThat(spent.spend("c", 1000, 0)).hasValue(Refusal.TOO_MANY_ASSERTIONS);
    assertThat(spent.spend("c", 2000, 1001)).isEmpty();
  }

  private Stamp stamp() {
    return StampLaw.stampOf(time.read());
  }

  private ReceivedRequest request(String assertion) {
    ReceivedRequest good = requests.with(stamp());
    return new ReceivedRequest(good.node(), good.method(), good.target(), Optional.of(assertion));
  }

  private static Admission refused(Refusal refusal) {
    return new Admission.Refused(refusal);
  }
}
