package net.sociallook.consent;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where somebody calls from of whom nothing else is known: what one subscriber has of addresses, so
 * that changing among them makes nobody new. An IPv4 address stands for itself, also where it is
 * written as IPv6 (mapped). An IPv6 address stands for its /64: a subscriber is given at least that
 * much, so 2^64 addresses come for free, and the lower half is the interface's own choice.
 *
 * @param network of an IPv4 address its four bytes, of an IPv6 address the first eight, as
 *     hexadecimal digits
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6177#section-2">RFC 6177 §2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.5.1">RFC 4291 §2.5.1, §2.5.4</a>
 */
public record Sender(String network) {
  private static final int NETWORK_BYTES = 8;

  public static Sender of(InetAddress address) {
    byte[] bytes = address.getAddress();
    // Java itself takes an IPv4-mapped address for the IPv4 address that it is.
    byte[] network = address instanceof Inet4Address ? bytes : Arrays.copyOf(bytes, NETWORK_BYTES);
    return new Sender(HexFormat.of().formatHex(network));
  }
}
