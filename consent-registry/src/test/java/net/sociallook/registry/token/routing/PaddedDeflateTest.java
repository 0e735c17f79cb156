package net.sociallook.registry.token.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Inflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddedDeflateTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 400, 495, 500, 507, 508, 509, 513, 4_000, 40_000})
  void packsIntoTheFewestWholeBlocksAndBack(int length) throws Exception {
    byte[] plain = new byte[length];
    new Random(length).nextBytes(plain);

    byte[] packed = PaddedDeflate.pack(plain);

    int deflated = ByteBuffer.wrap(packed).getInt();
    assertThat(packed.length).isEqualTo((4 + deflated + 511) / 512 * 512);
    assertThat(Arrays.copyOfRange(packed, 4 + deflated, packed.length))
        .isEqualTo(new byte[packed.length - 4 - deflated]);
    assertThat(inflate(packed, deflated, length)).isEqualTo(plain);
  }

  private static byte[] inflate(byte[] packed, int deflated, int length) throws Exception {
    Inflater inflater = new Inflater(true);
    inflater.setInput(packed, 4, deflated);
    byte[] plain = new byte[length + 1];
    int inflated = inflater.inflate(plain);
    assertThat(inflater.finished()).isTrue();
    inflater.end();
    return Arrays.copyOf(plain, inflated);
  }
}
