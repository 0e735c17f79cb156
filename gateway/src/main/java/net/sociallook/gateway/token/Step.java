package net.sociallook.gateway.token;

import java.util.List;

/** One step from a client's key to an older one of hers, as it came. */
sealed interface Step {

  /** COSE key to which the step leads. */
  byte[] older();

  byte[] digest();

  /** The older key signed a document that names the newer one. */
  record ByKey(byte[] document, Assertion assertion) implements Step {
    @Override
    public byte[] older() {
      return assertion.publicKey();
    }

    @Override
    public byte[] digest() {
      return Digest.each(document, assertion.digest());
    }
  }

  /** Institutions that know the client in person say that the newer key replaces the older one. */
  record ByRecovery(byte[] older, List<Replacement> words) implements Step {
    public ByRecovery {
      words = List.copyOf(words);
    }

    @Override
    public byte[] digest() {
      return Digest.each(
          older, Digest.each(words.stream().map(Replacement::digest).toArray(byte[][]::new)));
    }
  }

  /**
   * One institution's word.
   *
   * @param newer endorsed by it
   * @param olderSalt with which it endorsed the older key
   */
  record Replacement(EndorsedKey newer, byte[] olderSalt) {
    byte[] digest() {
      return Digest.each(newer.digest(), olderSalt);
    }
  }
}
