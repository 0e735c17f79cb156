package net.sociallook.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTest {

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
    "2001:db8:1:2::, 2001:0DB8:0001:0002:8000::",
    "192.0.2.1, ::ffff:192.0.2.1",
    "192.0.2.1, ::ffff:c000:201",
    "fe80::1, fe80::2%1"
  })
  void addressesOfOneSubscriberAreOneSender(String one, String other) throws Exception {
    assertEquals(sender(one), sender(other));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:3::1",
    "2001:db8:1:2::1, 2001:db8:1:102::1",
    "2001:db8:1:2::1, 2001:db8:2:2::1",
    "192.0.2.1, 192.0.2.2",
    "192.0.2.1, 192.0.3.1",
    "::ffff:192.0.2.1, ::ffff:192.0.2.2",
    "::ffff:192.0.2.1, ::1"
  })
  void addressesOfTwoSubscribersAreTwo(String one, String other) throws Exception {
    assertNotEquals(sender(one), sender(other));
  }

  @Test
  void fourBytesAreNoNetworkOfEight() throws Exception {
    assertNotEquals(sender("32.1.13.184"), sender("2001:db8::"));
  }

  private static Sender sender(String literal) throws UnknownHostException {
    return Sender.of(InetAddress.getByName(literal));
  }
}
