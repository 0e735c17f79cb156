package net.sociallook.registry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The very bytes of docs/protocol.md, section 8. */
class ChainLinkTest {
  private static final byte[] SALT = new byte[32];

  static {
    java.util.Arrays.fill(SALT, (byte) 0x5a);
  }

  @Test
  void payloadHashIsOverSaltAndUtf8Bytes() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(SALT);
    bytes.write("{\"ä\":1}".getBytes(StandardCharsets.UTF_8));
    assertThat(ChainLink.payloadHash(SALT, "{\"ä\":1}")).isEqualTo(sha256(bytes));
  }

  @Test
  void hashIsOverPreviousHashCounterAndPayloadHash() throws Exception {
    byte[] payloadHash = ChainLink.payloadHash(SALT, "{}");
    ChainLink first = ChainLink.start().next(payloadHash);
    ChainLink second = first.next(payloadHash);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(first.hash());
    bytes.write(new byte[] {0, 0, 0, 0, 0, 0, 0, 2});
    bytes.write(payloadHash);
    assertThat(second.counter()).isEqualTo(2);
    assertThat(second.hash()).isEqualTo(sha256(bytes));
  }

  /** Computed with another program, over 32 zero bytes, 00..01 and the payload hash. */
  @Test
  void knownVector() {
    byte[] payloadHash = ChainLink.payloadHash(SALT, "{}");
    assertThat(HexFormat.of().formatHex(payloadHash))
        .isEqualTo("c71f74e9f9cb71d43846281d185d1310c9f7ead02e0429243ab60167b075a699");
    assertThat(HexFormat.of().formatHex(ChainLink.start().next(payloadHash).hash()))
        .isEqualTo("4bbabd08f9debd08403930c8b4903ffab0fe18b454407b8ec5dd4a981a31d055");
  }

  private static byte[] sha256(ByteArrayOutputStream bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
  }
}
