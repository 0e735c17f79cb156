package net.sociallook.registry.link;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class WrongCodesTest {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final WrongCodes codes =
      new WrongCodes(
          new Clock() {
            @Override
            public ZoneId getZone() {
              throw new UnsupportedOperationException();
            }

            @Override
            public Clock withZone(ZoneId zone) {
              throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void addressIsHeldBackAfterTwentyWrongCodesUntilItsTimeIsOver() {
    wrong(19, from("192.0.2.1"));
    assertThatCode(() -> codes.requireFew(from("192.0.2.1"))).doesNotThrowAnyException();
    wrong(1, from("192.0.2.1"));
    assertThatThrownBy(() -> codes.requireFew(from("192.0.2.1")))
        .isInstanceOf(Refused.class)
        .hasMessage(Problem.TOO_MANY_TRIES.code());
    now = now.plus(WrongCodes.WINDOW).minus(Duration.ofSeconds(1));
    assertThatThrownBy(() -> codes.requireFew(from("192.0.2.1"))).isInstanceOf(Refused.class);
    now = now.plus(Duration.ofSeconds(1));
    assertThatCode(() -> codes.requireFew(from("192.0.2.1"))).doesNotThrowAnyException();
  }

  @Test
  void othersAreNotHeldBack() {
    wrong(20, from("192.0.2.1"));
    assertThatCode(() -> codes.requireFew(from("192.0.2.2"))).doesNotThrowAnyException();
  }

  @Test
  void addressIsTheOneTheProxySawWhateverTheSenderClaims() {
    for (int i = 0; i < 20; i++) {
      wrong(1, forwarded("203.0.113." + i + ", 192.0.2.9"));
    }
    assertThatThrownBy(() -> codes.requireFew(forwarded("1.2.3.4, 192.0.2.9")))
        .isInstanceOf(Refused.class);
    assertThatCode(() -> codes.requireFew(forwarded("192.0.2.9, 192.0.2.10")))
        .doesNotThrowAnyException();
  }

  private void wrong(int times, MockHttpServletRequest request) {
    for (int i = 0; i < times; i++) {
      codes.count(request);
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
