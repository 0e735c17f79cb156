package net.sociallook.registry.token.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddedDeflateTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 200, 240, 243, 244, 245, 248, 249, 257, 4_000, 40_000})
  void packsIntoTheFewestWholeBlocksAndBack(int length) throws Exception {
    byte[] plain = new byte[length];
    new Random(length).nextBytes(plain);

    byte[] packed = PaddedDeflate.pack(plain, new byte[] {1, 2, 3});

    int deflated = ByteBuffer.wrap(packed).getInt();
    assertThat(packed.length).isEqualTo((4 + deflated + 3 + 255) / 256 * 256);
    assertThat(Arrays.copyOfRange(packed, 4 + deflated, 7 + deflated)).containsExactly(1, 2, 3);
    assertThat(Arrays.copyOfRange(packed, 7 + deflated, packed.length))
        .isEqualTo(new byte[packed.length - 7 - deflated]);
    assertThat(inflate(packed, deflated, length)).isEqualTo(plain);
  }

  @Test
  void dictionaryIsTheOneOfTheProtocolPage() {
    assertThat(RoutingDictionary.bytes())
        .isEqualTo(net.sociallook.testbed.RoutingDictionary.fromProtocol());
  }

  private static byte[] inflate(byte[] packed, int deflated, int length) throws Exception {
    Inflater inflater = new Inflater(true);
    inflater.setDictionary(RoutingDictionary.bytes());
    inflater.setInput(packed, 4, deflated);
    byte[] plain = new byte[length + 1];
    int inflated = inflater.inflate(plain);
    assertThat(inflater.finished()).isTrue();
    inflater.end();
    return Arrays.copyOf(plain, inflated);
  }
}
