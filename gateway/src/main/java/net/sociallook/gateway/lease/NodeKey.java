package net.sociallook.gateway.lease;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.UUID;

/**
 * The key of one run of a node. It is drawn at start and never written down; adapters learn its
 * public part from the registry while the node has a lease.
 *
 * @param node the node's id
 * @param boot drawn at start, together with the key
 * @param key EC P-256, private, with a {@code kid}
 */
public record NodeKey(String node, UUID boot, ECKey key) {

  public static NodeKey generate(String node) {
    try {
      UUID boot = UUID.randomUUID();
      ECKey key =
          new ECKeyGenerator(Curve.P_256)
              .keyID(node + "-" + boot)
              .keyUse(KeyUse.SIGNATURE)
              .generate();
      return new NodeKey(node, boot, key);
    } catch (JOSEException e) {
      throw new IllegalStateException("node key: not drawn (expected: EC P-256)", e);
    }
  }

  /** Says which key this is, never the key. */
  @Override
  public String toString() {
    return key.getKeyID();
  }
}
