package net.sociallook.registry.token.routing;

import java.io.ByteArrayOutputStream;

/** Byte strings one after the other, each behind its length in two bytes, big-endian. */
final class Fields {
  private static final int LONGEST = 0xFFFF;

  private Fields() {}

  static byte[] of(Iterable<byte[]> fields) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] field : fields) {
      if (field.length > LONGEST) {
        throw new IllegalStateException(
            "field: " + field.length + " bytes (expected: at most " + LONGEST + ")");
      }
      all.write(field.length >>> Byte.SIZE);
      all.write(field.length);
      all.writeBytes(field);
    }
    return all.toByteArray();
  }
}
