package net.sociallook.registry.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, c0000201",
    "192.0.2.1:61000, c0000201",
    "::ffff:192.0.2.1, c0000201",
    "[::ffff:c000:201]:61000, c0000201",
    "2001:db8::1, 20010db800000000",
    "[2001:db8::2], 20010db800000000",
    "[2001:DB8::3]:61000, 20010db800000000",
    "2001:db8::4%eth0, 20010db800000000",
    "::1, 0000000000000000"
  })
  void addressStandsForItsNetwork(String written, String network) {
    assertThat(SenderAddress.of(written)).isEqualTo(network);
  }

  /** Names among them, which would be looked up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "_hidden",
        "dead",
        "beef.cafe",
        "localhost",
        "999.0.2.1",
        "010.0.2.1",
        "192.0.2",
        "1::2::3",
        "2001:db8::g",
        ":",
        ""
      })
  void whatIsNoAddressStandsForItself(String written) {
    assertThat(SenderAddress.of(written)).isEqualTo(written);
  }
}
