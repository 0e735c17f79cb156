package net.sociallook.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import net.sociallook.consent.InstitutionId;

/**
 * Who is calling, as the certificate of the connection says. A controller takes one of the two
 * kinds as a parameter.
 */
public sealed interface Caller {

  /** The system of an institution. */
  record Institution(InstitutionId id) implements Caller {}

  /** A node of the gateway. */
  record Gateway(String node) implements Caller {}

  /**
   * Reads the caller off a connection. That the certificate is trusted is known from the handshake;
   * that the institution exists is not checked here.
   */
  static Optional<Caller> of(HttpServletRequest request) {
    return certificate(request).flatMap(Caller::named);
  }

  /** The calling institution; empty where it is no institution. */
  static Optional<Institution> institution(HttpServletRequest request) {
    return of(request).filter(Institution.class::isInstance).map(Institution.class::cast);
  }

  /** The certificate that the caller showed; empty where there is none. */
  static Optional<X509Certificate> certificate(HttpServletRequest request) {
    return request.getAttribute("jakarta.servlet.request.X509Certificate")
                instanceof X509Certificate[] chain
            && chain.length > 0
        ? Optional.of(chain[0])
        : Optional.empty();
  }

  private static Optional<Caller> named(X509Certificate certificate) {
    String name = commonName(certificate);
    if (name.startsWith("institution:")) {
      return rest(name).map(id -> new Institution(new InstitutionId(id)));
    }
    return name.startsWith("gateway:") ? rest(name).map(Gateway::new) : Optional.empty();
  }

  private static Optional<String> rest(String name) {
    String rest = name.substring(name.indexOf(':') + 1);
    return rest.matches("[a-z0-9-]{2,64}") ? Optional.of(rest) : Optional.empty();
  }

  /** Blank when the subject has no single common name. */
  private static String commonName(X509Certificate certificate) {
    try {
      var names =
          new LdapName(certificate.getSubjectX500Principal().getName())
              .getRdns().stream().filter(rdn -> rdn.getType().equalsIgnoreCase("CN")).toList();
      return names.size() == 1 ? ((Rdn) names.get(0)).getValue().toString() : "";
    } catch (InvalidNameException e) {
      return "";
    }
  }
}
