package net.sociallook.pilot.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import net.sociallook.pilot.state.StateDirectory;
import net.sociallook.testbed.CertificateAuthority;
import net.sociallook.testbed.Identity;

/** The pilot's own certificates; made once, kept with the state. */
final class Pki {
  /** Of the PKCS #12 files that a browser can load; browsers want one. */
  private static final String PASSWORD = "sociallook";

  private static final String[] LOOPBACK = {"localhost", "127.0.0.1"};

  private final Path folder;
  private final CertificateAuthority authority;

  private Pki(Path folder, CertificateAuthority authority) {
    this.folder = folder;
    this.authority = authority;
  }

  static Pki in(StateDirectory state) {
    Path folder = state.pki();
    boolean there = Files.exists(folder.resolve("ca.key"));
    return new Pki(
        folder, there ? CertificateAuthority.load(folder) : CertificateAuthority.create(folder));
  }

  Path ca() {
    return folder.resolve("ca.pem");
  }

  /**
   * A certificate with its key, issued unless it is there; an institution's also for its browsers.
   *
   * @param file name of both files, without ending
   * @param commonName who it is, as in the wire protocol
   */
  KeyPairFiles files(String file, String commonName) {
    KeyPairFiles files =
        new KeyPairFiles(folder.resolve(file + ".pem"), folder.resolve(file + ".key"));
    if (!Files.exists(files.key()) || !Files.exists(files.certificate())) {
      authority.issue(commonName, LOOPBACK).writePem(files.certificate(), files.key());
    }
    Path browser = folder.resolve(file + ".p12");
    if (commonName.startsWith("institution:") && !Files.exists(browser)) {
      Identity.readPem(files.certificate(), files.key()).writePkcs12(browser, PASSWORD);
    }
    return files;
  }

  /** With which the registry reads for the staff of an institution. */
  KeyPairFiles inbox(String institution) {
    return files("inbox-" + institution, "inbox:" + institution);
  }

  /** A PEM chain and its PEM key. */
  record KeyPairFiles(Path certificate, Path key) {}
}
