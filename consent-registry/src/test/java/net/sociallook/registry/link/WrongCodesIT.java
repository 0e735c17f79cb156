package net.sociallook.registry.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.token.MovedClock;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Two nodes of a registry, and somebody who guesses codes. */
class WrongCodesIT {
  private static RunningRegistry one;
  private static RunningRegistry other;

  @BeforeAll
  static void start() {
    one = RunningRegistry.start(Map.of(), MovedClock.class);
    other = RunningRegistry.start(one.database(), Map.of(), MovedClock.class);
  }

  @AfterAll
  static void stop() {
    other.close();
    one.close();
  }

  @Test
  void addressIsHeldBackAfterTwentyWrongCodesUntilItsTimeIsOver() {
    MockHttpServletRequest sender = from("192.0.2.1");
    wrong(19, one, sender);
    assertThatCode(() -> codes(one).requireFew(sender)).doesNotThrowAnyException();
    wrong(1, one, sender);
    assertThatThrownBy(() -> codes(one).requireFew(sender))
        .isInstanceOf(Refused.class)
        .hasMessage(Problem.TOO_MANY_TRIES.code());
    MovedClock.later(
        WrongCodes.WINDOW.minus(Duration.ofSeconds(30)),
        () -> assertThatThrownBy(() -> codes(one).requireFew(sender)).isInstanceOf(Refused.class));
    MovedClock.later(
        WrongCodes.WINDOW.plus(Duration.ofSeconds(1)),
        () -> {
          assertThatCode(() -> codes(one).requireFew(sender)).doesNotThrowAnyException();
          return true;
        });
  }

  @Test
  void nodesCountTogether() {
    MockHttpServletRequest sender = from("192.0.2.2");
    wrong(10, one, sender);
    wrong(10, other, sender);

    assertThatThrownBy(() -> codes(one).requireFew(sender)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> codes(other).requireFew(sender)).isInstanceOf(Refused.class);
  }

  @Test
  void whoGuessedAtOneNodeIsHeldBackAtTheOther() {
    String address = "192.0.2.3";
    for (int i = 0; i < WrongCodes.MOST; i++) {
      asked(i % 2 == 0 ? one : other, address).isProblem(409, "ended");
    }

    asked(one, address).isProblem(429, "too-many-tries");
    asked(other, address).isProblem(429, "too-many-tries");
    asked(other, "192.0.2.4").isProblem(409, "ended");
  }

  @Test
  void othersAreNotHeldBack() {
    wrong(20, one, from("192.0.2.5"));
    assertThatCode(() -> codes(one).requireFew(from("192.0.2.6"))).doesNotThrowAnyException();
  }

  @Test
  void addressesOfOneIpv6NetworkAreOneSender() {
    for (int i = 0; i < 20; i++) {
      wrong(1, i % 2 == 0 ? one : other, forwarded("2001:db8:0:7::" + Integer.toHexString(i)));
    }
    assertThatThrownBy(() -> codes(one).requireFew(forwarded("2001:db8:0:7:a:b:c:d")))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> codes(other).requireFew(from("2001:db8:0:7::ffff%eth0")))
        .isInstanceOf(Refused.class);
    assertThatCode(() -> codes(one).requireFew(forwarded("2001:db8:0:8::1")))
        .doesNotThrowAnyException();
  }

  @Test
  void ipv4IsOneSenderHoweverItIsWrittenAndNotItsNeighbour() {
    for (String written : List.of("192.0.2.20", "::ffff:192.0.2.20", "[::ffff:c000:214]")) {
      wrong(7, one, forwarded(written));
    }
    assertThatThrownBy(() -> codes(one).requireFew(forwarded("192.0.2.20:61000")))
        .isInstanceOf(Refused.class);
    assertThatCode(() -> codes(one).requireFew(forwarded("::ffff:192.0.2.21")))
        .doesNotThrowAnyException();
  }

  @Test
  void lineOfTheSendersOwnBeforeTheProxysDoesNotCount() {
    for (int i = 0; i < 20; i++) {
      MockHttpServletRequest request = forwarded("203.0.113." + i);
      request.addHeader("X-Forwarded-For", "192.0.2.22");
      wrong(1, one, request);
    }
    assertThatThrownBy(() -> codes(one).requireFew(forwarded("192.0.2.22")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void addressIsTheOneTheProxySawWhateverTheSenderClaims() {
    for (int i = 0; i < 20; i++) {
      wrong(1, one, forwarded("203.0.113." + i + ", 192.0.2.9"));
    }
    assertThatThrownBy(() -> codes(one).requireFew(forwarded("1.2.3.4, 192.0.2.9")))
        .isInstanceOf(Refused.class);
    assertThatCode(() -> codes(one).requireFew(forwarded("192.0.2.9, 192.0.2.10")))
        .doesNotThrowAnyException();
  }

  @Test
  void addressIsNotKeptAndItsRowGoes() {
    String address = "198.51.100." + Math.floorMod(UUID.randomUUID().hashCode(), 200);
    wrong(1, one, from(address));
    assertThat(rows()).isPositive();
    assertThat(
            one.asOwner()
                .sql("select wrong_code::text from registry.wrong_code")
                .query(String.class)
                .list())
        .noneMatch(row -> row.contains(address));

    MovedClock.later(
        WrongCodes.WINDOW.plus(Duration.ofSeconds(1)),
        () -> {
          wrong(1, other, from("192.0.2.7"));
          assertThat(rows()).isEqualTo(1);
          return true;
        });
    one.asOwner().sql("delete from registry.wrong_code").update();
  }

  private static long rows() {
    return one.asOwner().sql("select count(*) from registry.wrong_code").query(Long.class).single();
  }

  private static Answer asked(RunningRegistry node, String address) {
    Phone phone = new Phone(node);
    return phone.send(
        phone
            .request("/api/invitations/acceptance-options")
            .header("Origin", node.pageOrigin().toString())
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", address)
            .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"AAAABBBBCCCC\"}")));
  }

  private static WrongCodes codes(RunningRegistry node) {
    return node.bean(WrongCodes.class);
  }

  private static void wrong(int times, RunningRegistry node, MockHttpServletRequest request) {
    for (int i = 0; i < times; i++) {
      codes(node).count(request);
    }
  }

  private static MockHttpServletRequest from(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return request;
  }

  private static MockHttpServletRequest forwarded(String chain) {
    MockHttpServletRequest request = from("127.0.0.1");
    request.addHeader("X-Forwarded-For", chain);
    return request;
  }
}
