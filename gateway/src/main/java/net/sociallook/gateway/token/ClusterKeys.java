package net.sociallook.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The private keys that all gateways share, which routing is encrypted to. */
public final class ClusterKeys {
  private final Map<String, ECPrivateKey> byId;

  private ClusterKeys(Map<String, ECPrivateKey> byId) {
    this.byId = Map.copyOf(byId);
  }

  /**
   * Reads a private JWK set; several keys while one replaces another.
   *
   * @throws IllegalArgumentException if it holds anything but private P-256 keys with a kid
   */
  public static ClusterKeys load(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ClusterKeys parse(String json) {
    Map<String, ECPrivateKey> keys = new HashMap<>();
    try {
      for (JWK key : JWKSet.parse(json).getKeys()) {
        if (!(key instanceof ECKey ec
            && ec.isPrivate()
            && Curve.P_256.equals(ec.getCurve())
            && key.getKeyID() != null)) {
          throw new IllegalArgumentException(
              "cluster keys: an unusable key (expected: private, EC P-256, with a kid)");
        }
        keys.put(key.getKeyID(), ec.toECPrivateKey());
      }
    } catch (ParseException | JOSEException e) {
      // the cause could quote a private key
      throw new IllegalArgumentException("cluster keys: unreadable (expected: a JWK set)");
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("cluster keys: none (expected: at least one)");
    }
    return new ClusterKeys(keys);
  }

  Optional<ECPrivateKey> find(String kid) {
    return Optional.ofNullable(byId.get(kid));
  }
}
