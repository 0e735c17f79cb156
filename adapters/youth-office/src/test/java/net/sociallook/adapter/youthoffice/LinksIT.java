package net.sociallook.adapter.youthoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import net.sociallook.testbed.adapter.Caller;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The institution tells its adapter whom a pseudonym means. */
class LinksIT {
  private static final String LENA = "11111111111111111111111111111111";
  private static final String SEARCH = "/fhir/DocumentReference?patient=" + LENA;
  private static RunningAdapter running;
  private static Caller institution;

  @BeforeAll
  static void start() {
    running = new RunningAdapter();
    institution = running.callerAs("institution:" + CaseSystem.INSTITUTION);
  }

  @AfterAll
  static void stop() {
    institution.close();
    running.close();
  }

  @Test
  void linkHoldsUntilItIsForgotten() {
    try (GatewayNode gateway = running.gateway()) {
      assertThat(gateway.get(SEARCH, LENA).statusCode()).isEqualTo(404);
      assertThat(running.link(LENA, "4713").statusCode()).isEqualTo(204);
      assertThat(running.link(LENA, "4713").statusCode()).isEqualTo(204);
      assertThat(gateway.get(SEARCH, LENA).statusCode()).isEqualTo(200);
      assertThat(unlink(LENA).statusCode()).isEqualTo(204);
      assertThat(gateway.get(SEARCH, LENA).statusCode()).isEqualTo(404);
      assertThat(unlink(LENA).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void pseudonymDoesNotSilentlyChangeItsMeaning() {
    assertThat(running.link(Surroundings.JONAS, "4712").statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway:gw-1",
        "institution:youth-office-erfurt",
        "adapter:youth-office-nordhausen",
        "registry"
      })
  void nobodyElseMayLink(String commonName) {
    try (Caller other = running.callerAs(commonName)) {
      assertThat(other.link(LENA, "4713").statusCode()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "4713",
        "{\"localId\":4713}",
        "{\"localId\":\"\"}",
        "{\"localId\":\"a b\"}",
        "{\"localId\":\"1\",\"x\":1}",
        "{\"localId\":\"1\",\"localId\":\"2\"}",
        "{\"localId\":\"1\"} {}",
        "{\"localId\":\"1\""
      })
  void bodyOfAnotherFormIsRefused(String body) {
    assertThat(put(body, "application/json").statusCode()).isEqualTo(400);
  }

  @Test
  void otherMediaTypesAndLongBodiesAreRefused() {
    assertThat(put("{\"localId\":\"4713\"}", "text/plain").statusCode()).isEqualTo(415);
    assertThat(put(" ".repeat(2000), "application/json").statusCode()).isEqualTo(413);
  }

  private static HttpResponse<String> put(String body, String type) {
    return institution.send(
        institution
            .to("/links/" + LENA)
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> unlink(String pseudonym) {
    return institution.send(institution.to("/links/" + pseudonym).DELETE());
  }
}
