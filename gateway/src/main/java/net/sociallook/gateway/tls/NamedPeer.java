package net.sociallook.gateway.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts a server only if its certificate is trusted, covers the host and has this common name.
 * Without the last, every institution's adapter could stand in for every other.
 */
final class NamedPeer extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager trust;
  private final String commonName;

  NamedPeer(X509ExtendedTrustManager trust, String commonName) {
    this.trust = trust;
    this.commonName = commonName;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    trust.checkServerTrusted(chain, authType, engine);
    requireName(chain[0]);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    trust.checkServerTrusted(chain, authType, socket);
    requireName(chain[0]);
  }

  /** Without a connection no host can be verified. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("server: without its connection (expected: with it)");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw notAClient();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw notAClient();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw notAClient();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return trust.getAcceptedIssuers();
  }

  private void requireName(X509Certificate certificate) throws CertificateException {
    String subject = certificate.getSubjectX500Principal().getName();
    try {
      boolean right =
          new LdapName(subject)
              .getRdns().stream()
                  .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                  .map(rdn -> rdn.getValue().toString())
                  .toList()
                  .equals(List.of(commonName));
      if (!right) {
        throw new CertificateException(
            "subject: " + subject + " (expected: CN=" + commonName + ")");
      }
    } catch (InvalidNameException e) {
      throw new CertificateException("subject: unreadable (expected: CN=" + commonName + ")", e);
    }
  }

  private static CertificateException notAClient() {
    return new CertificateException("client: unexpected (expected: a server)");
  }
}
