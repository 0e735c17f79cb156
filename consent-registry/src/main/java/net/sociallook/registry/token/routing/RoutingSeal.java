package net.sociallook.registry.token.routing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import net.sociallook.registry.token.key.ClusterKeys;

/**
 * Seals {@link Routing} for the gateways: compact JWE, ECDH-ES with A256GCM, to their newest
 * cluster key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-4.6">RFC 7518 §4.6</a>
 */
public final class RoutingSeal {
  private static final String CONTENT_TYPE = "sociallook-routing";

  private final ClusterKeys keys;

  public RoutingSeal(ClusterKeys keys) {
    this.keys = keys;
  }

  /** The compact JWE; equal input gives another one each time. */
  public String seal(Routing routing) {
    ECKey key = keys.newest();
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
            .contentType(CONTENT_TYPE)
            .keyID(key.getKeyID())
            .build();
    JWEObject sealed = new JWEObject(header, new Payload(RoutingFrame.of(routing)));
    try {
      sealed.encrypt(new ECDHEncrypter(key));
    } catch (JOSEException unusable) {
      throw new IllegalStateException("cluster key: " + key.getKeyID() + " cannot seal", unusable);
    }
    return sealed.serialize();
  }
}
