package net.sociallook.registry.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.util.Map;
import net.sociallook.registry.token.key.SigningKeys;

/**
 * Signs claims to a compact JWS: ES256 and nothing else, for tokens {@code typ} {@code at+jwt},
 * with the current key. No key material and no address of any stands in the header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.1">RFC 9068 §2.1</a>
 */
public final class TokenSigner {
  /** The most bytes a token may have; servers limit the header that carries it. */
  public static final int MOST_BYTES = 6 * 1024;

  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final JOSEObjectType OWN_ACCESS = new JOSEObjectType("sociallook-own-access+jwt");
  private static final JOSEObjectType INTROSPECTION = new JOSEObjectType("token-introspection+jwt");

  private static final JOSEObjectType RECEIPT = new JOSEObjectType("consent-receipt+jwt");

  private final SigningKeys keys;

  public TokenSigner(SigningKeys keys) {
    this.keys = keys;
  }

  /** The signed token; it may be longer than {@link #MOST_BYTES}, which the caller judges. */
  String sign(Map<String, Object> claims) {
    return sign(TYPE, claims);
  }

  /**
   * A signed answer about a token. Its {@code typ} keeps it from being taken for a token.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9701#section-5">RFC 9701 §5</a>
   */
  public String signIntrospection(Map<String, Object> claims) {
    return sign(INTROSPECTION, claims);
  }

  /** A signed receipt for a grant, which is no token either. */
  public String signReceipt(Map<String, Object> receipt) {
    return sign(RECEIPT, receipt);
  }

  /**
   * The signed own-access token ({@code docs/protocol.md} section 6). Its {@code typ} keeps it from
   * being taken for a consent token.
   */
  public String signOwnAccess(Map<String, Object> claims) {
    return sign(OWN_ACCESS, claims);
  }

  private String sign(JOSEObjectType type, Map<String, Object> claims) {
    ECKey key = keys.current();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(key.getKeyID()).build();
    JWSObject token = new JWSObject(header, new Payload(claims));
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException unusable) {
      throw new IllegalStateException("signing key: " + key.getKeyID() + " cannot sign", unusable);
    }
    return token.serialize();
  }
}
