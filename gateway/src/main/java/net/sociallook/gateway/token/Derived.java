package net.sociallook.gateway.token;

import java.nio.charset.StandardCharsets;

/**
 * Puts hashes into signed texts that were left out of them because they can be computed. The
 * signatures over those texts are verified afterwards: a hash that the signer did not sign is found
 * out.
 */
final class Derived {
  private Derived() {}

  /** The client data with the hash of the document as challenge, unless it brings its own. */
  static byte[] challenge(byte[] clientData, byte[] document) {
    return with(clientData, "challenge", Digest.sha256(document));
  }

  /** The claims of an endorsement with the hash of salt and key, unless they bring their own. */
  static byte[] keyHash(byte[] claims, byte[] salt, byte[] publicKey) {
    return with(claims, "key_hash", Digest.sha256(salt, publicKey));
  }

  /** The claims of an endorsement with the hash of the key that is replaced. */
  static byte[] replaces(byte[] claims, byte[] salt, byte[] publicKey) {
    return with(claims, "replaces", Digest.sha256(salt, publicKey));
  }

  /** A key's document with the hash of that key. */
  static byte[] key(byte[] document, byte[] publicKey) {
    return with(document, "key", Digest.sha256(publicKey));
  }

  /** The claims of a witness statement with the hash of the document. */
  static byte[] document(byte[] claims, byte[] document) {
    return with(claims, "document", Digest.sha256(document));
  }

  /** Latin-1 maps every byte to one character and back. */
  private static byte[] with(byte[] json, String member, byte[] hash) {
    String text = new String(json, StandardCharsets.ISO_8859_1);
    String empty = "\"" + member + "\":\"\"";
    int at = text.indexOf(empty);
    if (at < 0) {
      return json;
    }
    int value = at + empty.length() - 1;
    return (text.substring(0, value) + Base64Url.encode(hash) + text.substring(value))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
