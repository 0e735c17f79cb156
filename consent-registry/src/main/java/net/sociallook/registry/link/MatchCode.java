package net.sociallook.registry.link;

import java.math.BigInteger;

/**
 * Six digits that client and institution compare in person before the institution endorses the
 * client's key: made from the hash of key and salt, so that whoever intercepted the invitation's
 * code and accepted it first shows other digits.
 */
public final class MatchCode {
  private static final BigInteger SIX_DIGITS = BigInteger.valueOf(1_000_000);

  private MatchCode() {}

  /**
   * @param keyHash SHA-256 of salt and key, taken as a number
   */
  public static String of(byte[] keyHash) {
    return "%06d".formatted(new BigInteger(1, keyHash).mod(SIX_DIGITS).intValue());
  }
}
