package net.sociallook.registry.capture;

import java.time.LocalDate;

/**
 * The signed sheet, which the institution itself keeps.
 *
 * @param hash SHA-256 of the scan
 * @param signedOn the day beside the client's signature
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
public record Scan(byte[] hash, LocalDate signedOn) {
  private static final int HASH_BYTES = 32;

  public Scan {
    if (hash.length != HASH_BYTES) {
      throw new IllegalArgumentException("sha256: another length (expected: 32 bytes)");
    }
  }
}
