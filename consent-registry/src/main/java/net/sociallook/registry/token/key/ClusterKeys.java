package net.sociallook.registry.token.key;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * The gateways' public keys for what only they may read, from a JWK set in a file, newest first.
 * The registry never holds the private parts.
 */
public final class ClusterKeys {
  private final ECKey newest;

  private ClusterKeys(ECKey newest) {
    this.newest = newest;
  }

  /**
   * @throws IllegalArgumentException naming the file, if it is no set of public EC P-256 keys with
   *     {@code kid}
   */
  public static ClusterKeys read(Path file) {
    try {
      JWKSet set = JWKSet.load(file.toFile());
      if (!set.isEmpty() && set.getKeys().stream().allMatch(ClusterKeys::isUsable)) {
        return new ClusterKeys(set.getKeys().getFirst().toECKey());
      }
    } catch (IOException | ParseException unreadable) {
      // answered below
    }
    throw new IllegalArgumentException(
        "cluster keys: "
            + file
            + " (expected: a JWK set of public EC P-256 keys with kid, newest first)");
  }

  private static boolean isUsable(JWK key) {
    return key instanceof ECKey ec
        && Curve.P_256.equals(ec.getCurve())
        && !ec.isPrivate()
        && ec.getKeyID() != null;
  }

  /** The key to encrypt to. */
  public ECKey newest() {
    return newest;
  }
}
