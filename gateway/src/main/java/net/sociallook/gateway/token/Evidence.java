package net.sociallook.gateway.token;

import java.nio.charset.StandardCharsets;

/**
 * The client's signature under a grant, as it came: nothing here is verified yet.
 *
 * @param document the signed document, in the bytes that were signed
 * @param publicKey COSE key
 * @param endorsement JWS of the institution that vouches for the key
 */
record Evidence(
    byte[] document,
    byte[] publicKey,
    byte[] authenticatorData,
    byte[] clientData,
    byte[] signature,
    byte[] salt,
    String endorsement) {

  /** The evidence in a frame, completed by what can be computed. */
  static Evidence read(RoutingFrame frame) {
    byte[] document = frame.texts().get(1);
    byte[] publicKey = frame.random().get(1);
    byte[] salt = frame.random().get(4);
    return new Evidence(
        document,
        publicKey,
        frame.random().get(2),
        Derived.challenge(frame.texts().get(2), document),
        frame.random().get(3),
        salt,
        String.join(
            ".",
            Base64Url.encode(frame.texts().get(3)),
            Base64Url.encode(Derived.keyHash(frame.texts().get(4), salt, publicKey)),
            Base64Url.encode(frame.random().get(5))));
  }

  /** Differs whenever any part differs: the parts are hashed one by one, then together. */
  String fingerprint() {
    return Base64Url.encode(
        Digest.sha256(
            Digest.sha256(document),
            Digest.sha256(publicKey),
            Digest.sha256(authenticatorData),
            Digest.sha256(clientData),
            Digest.sha256(signature),
            Digest.sha256(salt),
            Digest.sha256(endorsement.getBytes(StandardCharsets.UTF_8))));
  }
}
