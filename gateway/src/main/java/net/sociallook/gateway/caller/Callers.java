package net.sociallook.gateway.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import net.sociallook.consent.InstitutionId;

/**
 * Tells callers by the common name of their certificate: {@code institution:{id}}, {@code
 * client-page}, or {@code inbox:{id}} for the registry's staff page on behalf of an institution
 * that wants it. Tokens are bound to one certificate, so that an institution's own and that of its
 * inbox cannot be exchanged.
 */
public final class Callers {
  private static final Pattern NAME = Pattern.compile("(institution|inbox):([a-z0-9-]{3,64})");

  private final Institutions institutions;

  public Callers(Institutions institutions) {
    this.institutions = institutions;
  }

  /**
   * @param certificate the one of the TLS session, already checked against the trust anchor
   * @return empty if it names no institution that takes part
   */
  public Optional<Caller> identify(X509Certificate certificate) {
    return commonName(certificate).flatMap(name -> named(name, certificate));
  }

  private Optional<Caller> named(String name, X509Certificate certificate) {
    if (name.equals(Caller.CLIENT_PAGE.value())) {
      return Optional.of(new Caller.ClientPage(thumbprint(certificate)));
    }
    return Optional.of(NAME.matcher(name))
        .filter(Matcher::matches)
        .flatMap(matched ->
            matched.group(1).equals("inbox")
                ? institutions.findWithInbox(new InstitutionId(matched.group(2)))
                : institutions.find(new InstitutionId(matched.group(2))))
        .map(institution -> new Caller.OfInstitution(institution, thumbprint(certificate)));
  }

  /** Exactly one common name counts: with two, readers could differ on who it is. */
  private static Optional<String> commonName(X509Certificate certificate) {
    try {
      LdapName subject = new LdapName(certificate.getSubjectX500Principal().getName());
      List<Object> names =
          subject.getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .toList();
      return names.size() == 1 && names.getFirst() instanceof String name
          ? Optional.of(name)
          : Optional.empty();
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  private static String thumbprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      byte[] text = Base64.getUrlEncoder().withoutPadding().encode(digest);
      return new String(text, StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("certificate: no thumbprint", e);
    }
  }
}
