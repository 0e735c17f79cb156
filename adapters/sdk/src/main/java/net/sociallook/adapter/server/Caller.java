package net.sociallook.adapter.server;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Who calls, by the common name of the certificate that TLS verified. */
public sealed interface Caller {
  /** A gateway node. */
  record GatewayNode(String node) implements Caller {}

  /** An institution's own system. */
  record Institution(String id) implements Caller {}

  /** A certificate of the trust anchor that means nobody here. */
  record Other() implements Caller {}

  /** Reads the caller from the TLS session, and from nothing else. */
  static Caller of(HttpServletRequest request) {
    Object chain = request.getAttribute("jakarta.servlet.request.X509Certificate");
    return chain instanceof X509Certificate[] certificates && certificates.length > 0
        ? of(certificates[0].getSubjectX500Principal().getName())
        : new Other();
  }

  /**
   * @param subject a distinguished name, RFC 2253
   */
  static Caller of(String subject) {
    try {
      List<String> names =
          new LdapName(subject)
              .getRdns().stream()
                  .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                  .map(Rdn::getValue)
                  .map(String::valueOf)
                  .toList();
      return names.size() == 1 ? ofCommonName(names.getFirst()) : new Other();
    } catch (InvalidNameException e) {
      return new Other();
    }
  }

  private static Caller ofCommonName(String name) {
    if (name.matches("gateway:[a-z0-9-]{1,64}")) {
      return new GatewayNode(name.substring("gateway:".length()));
    }
    return name.matches("institution:[a-z0-9-]{3,64}")
        ? new Institution(name.substring("institution:".length()))
        : new Other();
  }
}
