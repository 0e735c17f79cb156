package net.sociallook.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issues EC P-256 certificates for tests and the pilot. Not for production: its key lies
 * unencrypted in a file.
 */
public final class CertificateAuthority {
  private static final Duration LIFE = Duration.ofDays(825);
  private static final String CERTIFICATE = "ca.pem";
  private static final String KEY = "ca.key";

  private final Identity own;

  private CertificateAuthority(Identity own) {
    this.own = own;
  }

  /**
   * Draws a new authority and writes {@code ca.pem} and {@code ca.key} into the directory, which is
   * made if absent.
   */
  public static CertificateAuthority create(Path directory) {
    try {
      Files.createDirectories(directory);
      KeyPair pair = newKeyPair();
      X500Principal name =
          new X500Principal(
              "CN=SOCIALLOOK test authority " + new BigInteger(32, new SecureRandom()));
      JcaX509v3CertificateBuilder builder = builder(name, name, pair);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      Identity own = new Identity(pair.getPrivate(), List.of(sign(builder, pair)));
      own.writePem(directory.resolve(CERTIFICATE), directory.resolve(KEY));
      return new CertificateAuthority(own);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("certificate authority: not made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads an authority that {@link #create} wrote. */
  public static CertificateAuthority load(Path directory) {
    return new CertificateAuthority(
        Identity.readPem(directory.resolve(CERTIFICATE), directory.resolve(KEY)));
  }

  public X509Certificate certificate() {
    return own.chain().getFirst();
  }

  /**
   * Issues a certificate, good for both ends of a TLS connection.
   *
   * @param commonName of the subject; no commas
   * @param hosts DNS names or IP addresses for the subject alternative names; may be none
   */
  public Identity issue(String commonName, String... hosts) {
    try {
      KeyPair pair = newKeyPair();
      JcaX509v3CertificateBuilder builder =
          builder(
              certificate().getSubjectX500Principal(), new X500Principal("CN=" + commonName), pair);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
      if (hosts.length > 0) {
        GeneralName[] names =
            Arrays.stream(hosts).map(CertificateAuthority::name).toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      }
      X509Certificate certificate =
          sign(builder, new KeyPair(certificate().getPublicKey(), own.key()));
      return new Identity(pair.getPrivate(), List.of(certificate, certificate()));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("certificate: not issued", e);
    }
  }

  private static GeneralName name(String host) {
    boolean address = host.matches("[0-9.]+|.*:.*");
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }

  private static KeyPair newKeyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Principal issuer, X500Principal subject, KeyPair pair) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(120, new SecureRandom()).setBit(119),
        Date.from(now.minus(Duration.ofHours(1))),
        Date.from(now.plus(LIFE)),
        subject,
        pair.getPublic());
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder builder, KeyPair signer)
      throws OperatorCreationException, GeneralSecurityException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
  }
}
