package net.sociallook.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrangersTest {
  private final AtomicLong now = new AtomicLong();
  private final Strangers strangers = new Strangers(60, now::get);

  @Test
  void oneAddressGetsItsMinutesWorthAndThenNothing() {
    assertThat(knock(1, 60)).isEqualTo(60);
    assertThat(knock(1, 10)).isZero();
  }

  @Test
  void anotherAddressIsNotAffected() {
    knock(1, 70);

    assertThat(knock(2, 60)).isEqualTo(60);
  }

  @Test
  void addressesOfOneIpv6NetworkAreOneSenderAndThoseOfTheNextAreNot() throws Exception {
    for (int i = 0; i < 60; i++) {
      assertThat(strangers.mayKnock(InetAddress.getByName("2001:db8::" + Integer.toHexString(i))))
          .isTrue();
    }

    assertThat(strangers.mayKnock(InetAddress.getByName("2001:db8::1:2:3:4"))).isFalse();
    assertThat(strangers.mayKnock(InetAddress.getByName("2001:db8:0:1::1"))).isTrue();
  }

  @Test
  void bucketFillsWithTimeEvenWhileItIsKnockedAt() {
    knock(1, 60);
    for (int i = 0; i < 20; i++) {
      now.addAndGet(Duration.ofMillis(100).toNanos());
      if (i < 9) {
        assertThat(knock(1, 1)).isZero();
      }
    }

    assertThat(knock(1, 5)).isBetween(1L, 2L);
  }

  private long knock(int address, int times) {
    return IntStream.range(0, times).filter(i -> strangers.mayKnock(address(address))).count();
  }

  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
