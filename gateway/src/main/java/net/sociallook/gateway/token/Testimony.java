package net.sociallook.gateway.token;

import java.nio.charset.StandardCharsets;

/**
 * What the holder says of a client without a device: {@code docs/protocol.md} section 4.
 *
 * @param document what was witnessed, in the bytes that the statement commits to
 * @param statement JWS of the holder
 */
record Testimony(byte[] document, String statement) implements Evidence {

  @Override
  public String fingerprint() {
    return Base64Url.encode(Digest.each(document, statement.getBytes(StandardCharsets.UTF_8)));
  }
}
