package net.sociallook.registry.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sociallook.registry.passkey.Bytes;
import org.junit.jupiter.api.Test;

class MatchCodeTest {

  @Test
  void codeIsTheHashModuloAMillionWithItsZeros() {
    assertThat(MatchCode.of(HexFormat.of().parseHex("0f424a"))).isEqualTo("000010");
    assertThat(MatchCode.of(HexFormat.of().parseHex("ff"))).isEqualTo("000255");
  }

  @Test
  void otherKeysHaveOtherCodes() {
    assertThat(
            IntStream.range(0, 100)
                .mapToObj(i -> MatchCode.of(Bytes.sha256(new byte[] {(byte) i})))
                .collect(Collectors.toSet()))
        .hasSizeGreaterThan(98)
        .allMatch(code -> code.matches("[0-9]{6}"));
  }
}
