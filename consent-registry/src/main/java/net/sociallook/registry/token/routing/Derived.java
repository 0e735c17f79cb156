package net.sociallook.registry.token.routing;

import java.nio.charset.StandardCharsets;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.passkey.Bytes;

/**
 * Hashes that a gateway can compute, left out of the signed texts that hold them. It puts them in
 * again before it verifies the signatures, so a wrong one cannot pass.
 */
final class Derived {
  private Derived() {}

  /** The client data without its challenge, if that is the hash of the document. */
  static byte[] challenge(byte[] clientData, byte[] document) {
    return without(clientData, "challenge", Bytes.base64url(Bytes.sha256(document)));
  }

  /** The claims of an endorsement without its key hash, if that is the hash of salt and key. */
  static byte[] keyHash(byte[] claims, SignedEvidence.EndorsedKey key) {
    return without(claims, "key_hash", Bytes.base64url(Bytes.sha256(key.salt(), key.publicKey())));
  }

  /** The claims of an endorsement without the hash of the key that it replaces. */
  static byte[] replaces(byte[] claims, byte[] salt, byte[] publicKey) {
    return without(claims, "replaces", Bytes.base64url(Bytes.sha256(salt, publicKey)));
  }

  /** A key's document without the hash of that key. */
  static byte[] key(byte[] document, byte[] publicKey) {
    return without(document, "key", Bytes.base64url(Bytes.sha256(publicKey)));
  }

  /** The claims of a witness statement without the hash of the document, if that is it. */
  static byte[] document(byte[] claims, byte[] document) {
    return without(claims, "document", Bytes.base64url(Bytes.sha256(document)));
  }

  /** Latin-1 maps every byte to one character and back. */
  private static byte[] without(byte[] json, String member, String hash) {
    String text = new String(json, StandardCharsets.ISO_8859_1);
    String opening = "\"" + member + "\":\"";
    int at = text.indexOf(opening + hash + "\"");
    if (at < 0) {
      return json;
    }
    int value = at + opening.length();
    return (text.substring(0, value) + text.substring(value + hash.length()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
