package net.sociallook.gateway.token;

import java.util.Base64;

/**
 * Base64url without padding, in its one canonical form: two texts never mean the same bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-2">RFC 7515 §2</a>
 */
final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  /**
   * @throws IllegalArgumentException if it is not of that form
   */
  static byte[] decode(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (!ENCODER.encodeToString(bytes).equals(text)) {
      throw new IllegalArgumentException("base64url: another form (expected: the canonical one)");
    }
    return bytes;
  }

  static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }
}
