package net.sociallook.gateway.filter;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Small random edits of an input, as a broken or hostile adapter could make them. */
final class Edits {
  private static final byte[] TELLING = Answers.bytes("{}[]\",:\\/ -0159.eEtfnu\t\n\0");
  private static final int MOST = 40;

  private final Random random;

  Edits(long seed) {
    random = new Random(seed);
  }

  byte[] edit(byte[] input) {
    byte[] edited = input;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      edited = once(edited);
    }
    return edited;
  }

  private byte[] once(byte[] input) {
    int at = random.nextInt(input.length);
    int to = Math.min(input.length, at + 1 + random.nextInt(MOST));
    return switch (random.nextInt(6)) {
      case 0 -> splice(input, at, at + 1, (byte) random.nextInt(256));
      case 1 -> splice(input, at, at + 1, TELLING[random.nextInt(TELLING.length)]);
      case 2 -> splice(input, at, at, TELLING[random.nextInt(TELLING.length)]);
      case 3 -> splice(input, at, at + 1);
      case 4 -> splice(input, at, to);
      default -> splice(input, at, at, Arrays.copyOfRange(input, at, to));
    };
  }

  private static byte[] splice(byte[] input, int from, int to, byte... instead) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + MOST);
    out.write(input, 0, from);
    out.write(instead, 0, instead.length);
    out.write(input, to, input.length - to);
    return out.toByteArray();
  }
}
