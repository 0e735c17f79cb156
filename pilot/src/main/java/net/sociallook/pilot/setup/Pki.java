package net.sociallook.pilot.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import net.sociallook.pilot.state.StateDirectory;
import net.sociallook.testbed.CertificateAuthority;

/** The pilot's own certificates; made once, kept with the state. */
final class Pki {
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
   * A certificate with its key, issued unless it is there.
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
    return files;
  }

  /** A PEM chain and its PEM key. */
  record KeyPairFiles(Path certificate, Path key) {}
}
