package net.sociallook.registry.push;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a browser gives, so that its push service cannot read what is told.
 *
 * @param p256dh its public key: an uncompressed point of P-256, 65 bytes
 * @param auth 16 bytes that it shares with nobody else
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8291#section-3.2">RFC 8291 §3.2</a>
 */
public record DeviceKeys(byte[] p256dh, byte[] auth) {
  private static final int POINT = 65;
  private static final int COORDINATE = 32;
  private static final int UNCOMPRESSED = 4;
  private static final int AUTH = 16;

  public DeviceKeys {
    requirePoint(p256dh);
    if (auth.length != AUTH) {
      throw new IllegalArgumentException("auth: " + auth.length + " bytes (expected: 16)");
    }
  }

  /**
   * From base64url, as browsers write it.
   *
   * @throws IllegalArgumentException if they cannot be keys
   */
  public static DeviceKeys of(String p256dh, String auth) {
    return new DeviceKeys(decoded("p256dh", p256dh), decoded("auth", auth));
  }

  /** Off the curve, a key agreement could give away what it is made with. */
  private static void requirePoint(byte[] point) {
    if (point.length != POINT || point[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException("p256dh: no point (expected: uncompressed, P-256)");
    }
    try {
      publicKey(point);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("p256dh: off the curve (expected: on P-256)", e);
    }
  }

  /**
   * @throws IllegalStateException if the point is not on the curve
   */
  static ECKey publicKey(byte[] point) {
    return new ECKey.Builder(
            Curve.P_256,
            Base64URL.encode(Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
            Base64URL.encode(Arrays.copyOfRange(point, 1 + COORDINATE, POINT)))
        .build();
  }

  static byte[] decoded(String name, String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": unreadable (expected: base64url)", e);
    }
  }
}
