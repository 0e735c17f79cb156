package net.sociallook.gateway.token;

import java.nio.charset.StandardCharsets;
import net.sociallook.gateway.json.Members;

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

  static Evidence read(Members members) {
    Evidence evidence =
        new Evidence(
            Base64Url.decode(members.text("document")),
            Base64Url.decode(members.text("publicKey")),
            Base64Url.decode(members.text("authenticatorData")),
            Base64Url.decode(members.text("clientData")),
            Base64Url.decode(members.text("signature")),
            Base64Url.decode(members.text("salt")),
            members.text("endorsement"));
    members.end();
    return evidence;
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
