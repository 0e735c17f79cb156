package net.sociallook.registry.token;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Map;
import net.sociallook.registry.passkey.Bytes;

/**
 * The key that the bearer of a token must prove to hold: the token's {@code cnf}. Another way of
 * proof is another record here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7800#section-3.1">RFC 7800 §3.1</a>
 */
public sealed interface Confirmation {

  /** The value of the claim {@code cnf}. */
  Map<String, String> claim();

  /**
   * The caller's TLS certificate.
   *
   * @param thumbprint base64url SHA-256 of its DER form
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-3.1">RFC 8705 §3.1</a>
   */
  record Certificate(String thumbprint) implements Confirmation {

    /** The confirmation for this certificate. */
    public static Certificate of(X509Certificate certificate) {
      try {
        return new Certificate(Bytes.base64url(Bytes.sha256(certificate.getEncoded())));
      } catch (CertificateEncodingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public Map<String, String> claim() {
      return Map.of("x5t#S256", thumbprint);
    }
  }
}
