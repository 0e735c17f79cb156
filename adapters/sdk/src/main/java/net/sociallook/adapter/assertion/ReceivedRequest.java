package net.sociallook.adapter.assertion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * What arrived, as far as an assertion speaks about it.
 *
 * @param node the gateway node of the TLS certificate
 * @param method in capitals
 * @param target path and query as sent, not decoded
 * @param assertion the header; empty where there is none or more than one
 */
public record ReceivedRequest(
    String node, String method, String target, Optional<String> assertion) {
  /** Requests to {@code /fhir} have no body. */
  private static final String HASH_OF_NOTHING = hash("");

  boolean isNamedBy(Assertion claims) {
    return claims.method().equals(method)
        && claims.uriHash().equals(hash(target))
        && claims.bodyHash().equals(HASH_OF_NOTHING);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: not in this JDK", e);
    }
  }
}
