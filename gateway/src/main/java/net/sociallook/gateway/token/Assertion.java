package net.sociallook.gateway.token;

/**
 * A WebAuthn assertion and the key that is said to have made it.
 *
 * @param publicKey COSE key
 */
record Assertion(byte[] publicKey, byte[] authenticatorData, byte[] clientData, byte[] signature) {

  byte[] digest() {
    return Digest.each(publicKey, authenticatorData, clientData, signature);
  }
}
