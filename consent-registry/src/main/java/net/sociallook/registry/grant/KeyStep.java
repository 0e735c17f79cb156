package net.sociallook.registry.grant;

import java.util.List;

/** One step from a client's key to an older one of hers: {@code docs/protocol.md} section 6. */
public sealed interface KeyStep {

  /** COSE key from which the step leads. */
  byte[] newer();

  /**
   * The older key signed a document that names the newer one.
   *
   * @param document canonical form (RFC 8785)
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  record ByKey(byte[] newer, byte[] document, SignedEvidence.Assertion assertion)
      implements KeyStep {}

  /**
   * Institutions that know the client in person say that the newer key replaces the older one.
   *
   * @param words one that is old enough, or two of different institutions
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  record ByRecovery(byte[] newer, List<Word> words) implements KeyStep {
    public ByRecovery {
      words = List.copyOf(words);
    }
  }

  /**
   * One institution's word.
   *
   * @param newer endorsed by it
   * @param olderSalt with which it endorsed the older key
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  record Word(SignedEvidence.EndorsedKey newer, byte[] olderSalt) {}
}
