package net.sociallook.registry.grant;

import net.sociallook.registry.passkey.Assertion;

/**
 * What a client has signed.
 *
 * @param shown the document and the text that was shown to her
 */
record SignedDocument(Shown shown, Assertion assertion) implements GrantDocument {

  /**
   * @param document canonical form, RFC 8785
   * @param language of the text, code of a {@link Language}
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Shown(byte[] document, String text, String language) {}
}
