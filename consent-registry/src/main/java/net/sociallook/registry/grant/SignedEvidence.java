package net.sociallook.registry.grant;

/**
 * What proves to a gateway that the client herself signed the grant.
 *
 * @param document canonical form (RFC 8785) of the last signed document
 * @param assertion the passkey's signature over it
 * @param key whose key that is
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
public record SignedEvidence(byte[] document, Assertion assertion, EndorsedKey key) {

  /** A WebAuthn assertion whose challenge is the SHA-256 of the document. */
  public record Assertion(byte[] authenticatorData, byte[] clientData, byte[] signature) {}

  /**
   * @param publicKey COSE
   * @param salt 32 bytes; the endorsement names SHA-256 of salt and public key
   * @param endorsement compact JWS of an institution at which the client is linked
   */
  public record EndorsedKey(byte[] publicKey, byte[] salt, String endorsement) {}
}
