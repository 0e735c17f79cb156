package net.sociallook.registry.staff.capture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a scanned sheet can be. It is told by its first bytes, whatever its name says. */
enum SheetType {
  PDF("%PDF-".getBytes(StandardCharsets.US_ASCII)),
  JPEG(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
  PNG(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

  private final byte[] start;

  SheetType(byte[] start) {
    this.start = start;
  }

  static boolean isOne(byte[] file) {
    return Arrays.stream(values())
        .anyMatch(type ->
            file.length > type.start.length
                && Arrays.equals(type.start, Arrays.copyOf(file, type.start.length)));
  }
}
